// A map in the making: what the answers say, before it is written.
#pragma once

#include "app/guided/stage_set.h"
#include "base/json.h"
#include "base/result.h"

namespace parcours {

struct DraftContact {
  std::string id, name, channel;
};

struct DraftFriction {
  std::string id, text;
  std::string at;  // id of the contact
  std::string action, owner, due;
};

struct DraftStage {
  const SetStage* set = nullptr;
  bool dwelt_on = false;
  Json buyer, wants, asks;  // lists of texts; null: not said
  std::vector<DraftContact> contacts;
  std::string team, how;
  Json emotion;  // a number; null: not said
  std::optional<DraftFriction> friction;
};

// Texts are empty, and Json null, where nothing was said.
struct GuidedDraft {
  Lang lang = Lang::en;
  Date begun;
  std::string offer;
  std::string name, situation, market;
  Json goals, frustrations;
  const StageSet* set = nullptr;
  std::vector<DraftStage> stages;
  std::string source;  // of the emotions
  std::vector<std::string> channels;
  std::string moment_of_truth, promise, goal;
  std::string start;  // date of the first stage
  Json pace;          // days from one stage to the next
  std::string review;
};

struct GuidedFiles {
  std::string map_id, map;
  std::string persona_id, persona;  // empty: no persona yet
};

// The map and its persona as files: laid out, without complaint of its reader. Fails when the map cannot be written, which would be a bug.
Result<GuidedFiles> files_of(const GuidedDraft& draft);

}  // namespace parcours

// A person erased for good: who it is, what goes, and, once it was typed again, the erasure with its proof. Whom it was about stands in no log.
#include "app/erasure.h"
#include "server/handlers/handlers.h"
#include "server/handlers/session_json.h"
#include "server/replies.h"

namespace parcours {
namespace {

Json time_json(TimeMs at, const Zone& zone) { return at == kNoTime ? Json() : Json(show_instant(at, zone)); }

Json goes_json(const WhatGoes& goes, const Zone& zone) {
  return {{"version", 1},
          {"identities", goes.identities},
          {"events", goes.events},
          {"first", time_json(goes.first, zone)},
          {"last", time_json(goes.last, zone)}};
}

Response no_person(const Failure& failure, Lang lang) {
  if (failure.kind != FailureKind::misuse) return failure_reply(failure, lang);
  return error_reply(404, "no-such-person", failure.what.message, lang, failure.what.hint);
}

}  // namespace

Response post_person(Call& call) {
  const auto texts = texts_of(call.request, {"id"});
  if (!texts.ok()) return failure_reply(texts.failure(), call.lang);
  const auto has_events = call.workspace.has_events();
  if (!has_events.ok()) return failure_reply(has_events.failure(), call.lang);
  if (!*has_events) return no_events_reply(call.lang);
  const auto goes = what_goes(call.workspace, texts->at("id"));
  return goes.ok() ? json_reply(goes_json(*goes, call.workspace.zone())) : no_person(goes.failure(), call.lang);
}

Response post_forget(Call& call) {
  const auto texts = texts_of(call.request, {"id", "again"});
  if (!texts.ok()) return failure_reply(texts.failure(), call.lang);
  if (texts->at("again") != texts->at("id")) return error_reply(422, "not-confirmed", msg("server.not_confirmed"), call.lang);
  const auto has_events = call.workspace.has_events();
  if (!has_events.ok()) return failure_reply(has_events.failure(), call.lang);
  if (!*has_events) return no_events_reply(call.lang);
  const auto erased = erase_person(call.workspace, texts->at("id"));
  if (!erased.ok()) return no_person(erased.failure(), call.lang);
  call.about = "identities: " + std::to_string(erased->identities) + ", events: " + std::to_string(erased->events);
  return json_reply({{"version", 1}, {"identities", erased->identities}, {"events", erased->events}, {"mentions", erased->mentions}});
}

}  // namespace parcours

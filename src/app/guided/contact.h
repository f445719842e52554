// Contacts between customer and brand, typed or proposed: "Reads an article (blog)".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "map/journey_map.h"

namespace parcours {

// {name, channel}. The channel is the usual one named in brackets, by its id or its name in either language; without brackets, one that the name
// itself speaks of. Misuse: there is none, or the contact is called by nothing but its channel.
Result<Json> read_contact(std::string_view typed);

// The usual channel of that id or name; nothing when there is none.
std::string usual_channel_named(std::string_view typed);
LocalText channel_label(std::string_view channel);

// What can be said of a contact by its channel and the objective of its stage.
struct ContactNature {
  Initiator starts = Initiator::customer;
  ServedBy served_by = ServedBy::self;
};
ContactNature nature_of(std::string_view channel, std::string_view objective);
bool is_out_of_sight(std::string_view channel);  // friends, reviews, press: no data of ours can show it

// What the customer does at such a contact, the stage's first, second…, for one to correct.
std::string usual_doing(std::string_view channel, std::string_view objective, std::size_t index, Lang lang);

// "a; b" -> a, b: the way texts of the program hold several.
std::vector<std::string> variants_of(std::string_view text);

// The usual contacts of a stage with that objective, on these channels, as they may be typed; two at most.
std::string usual_contacts(std::string_view objective, const std::vector<std::string>& channels, Lang lang);

}  // namespace parcours

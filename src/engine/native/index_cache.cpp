#include "engine/native/index_cache.h"

#include <algorithm>
#include <set>

#include "base/json.h"

namespace parcours {

Result<const EventIndex*> IndexCache::index_with(const std::vector<std::string>& properties) {
  PARCOURS_TRY(const std::string version, store_.version());
  const bool is_current = index_ && version == version_;
  if (is_current && std::includes(loaded_.begin(), loaded_.end(), properties.begin(), properties.end())) return index_.get();

  std::vector<std::string> wanted = properties;
  if (is_current) {  // a further property: those loaded for earlier questions stay, the next one may be theirs again
    wanted.clear();
    std::set_union(loaded_.begin(), loaded_.end(), properties.begin(), properties.end(), std::back_inserter(wanted));
  }
  index_.reset();
  ScanRequest request;
  request.properties = wanted;
  PARCOURS_TRY(Scan scan, store_.scan(request));
  IndexInput input;
  input.events = std::move(scan.events);
  input.arrival = std::move(scan.arrival);
  input.identities = scan.identities;
  input.identities_joined = scan.joined;
  input.synthetic = scan.synthetic;
  for (std::size_t i = 0; i < wanted.size(); ++i) input.properties.push_back({wanted[i], std::move(scan.properties[i])});
  index_ = std::make_unique<EventIndex>(build_index(std::move(input), zone_));
  version_ = scan.version;
  loaded_ = std::move(wanted);
  return index_.get();
}

Result<std::vector<std::string>> IndexCache::all_properties() {
  ScanRequest request;
  request.values = false;
  request.ids = true;
  PARCOURS_TRY(const Scan scan, store_.scan(request));
  std::set<std::string> names;
  const Dictionary& texts = scan.events.properties.texts;
  for (std::uint32_t code = 1; code < texts.size(); ++code) {
    const Json object = Json::parse(texts.at(code), nullptr, false);
    if (object.is_object())
      for (const auto& [name, value] : object.items()) names.insert(name);
  }
  return std::vector<std::string>(names.begin(), names.end());
}

}  // namespace parcours

#include "app/data_quality.h"

#include <algorithm>
#include <array>

namespace parcours {
namespace {

constexpr std::array kUnits = {TimeUnit::ms, TimeUnit::second, TimeUnit::minute, TimeUnit::day, TimeUnit::order};

// Distinct ones: events come sorted by their customer.
std::int64_t customers_in(const std::vector<std::uint32_t>& codes) {
  std::int64_t customers = 0;
  for (std::size_t i = 0; i < codes.size(); ++i) customers += i == 0 || codes[i] != codes[i - 1] ? 1 : 0;
  return customers;
}

void look_at(const Scan& scan, DataQuality& quality) {
  const EventBatch& events = scan.events;
  quality.events = static_cast<std::int64_t>(events.rows());
  quality.customers = customers_in(events.customer.codes);
  quality.identities = scan.identities;
  quality.joined = scan.joined;
  quality.synthetic = scan.synthetic;
  for (const TimeMs time : events.time) {
    if (time == kNoTime) continue;
    quality.first = quality.first == kNoTime ? time : std::min(quality.first, time);
    quality.last = quality.last == kNoTime ? time : std::max(quality.last, time);
  }
  for (const TimeUnit unit : kUnits)
    if (const auto count = std::count(events.unit.begin(), events.unit.end(), unit); count > 0) quality.precision.emplace_back(unit, count);
}

}  // namespace

Result<DataQuality> data_quality(Workspace& workspace) {
  DataQuality quality;
  PARCOURS_TRY(const bool has_events, workspace.has_events());
  if (!has_events) return quality;
  PARCOURS_TRY(Store* const store, workspace.store());
  ScanRequest request;
  request.values = false;
  PARCOURS_TRY(const Scan scan, store->scan(request));
  look_at(scan, quality);
  PARCOURS_TRY(const auto imports, store->imports());
  for (const auto& record : imports) {
    quality.duplicates += record.summary.duplicates;
    quality.rejected += record.summary.rejected;
    quality.erased += record.summary.erased;
  }
  return quality;
}

Json to_json(const DataQuality& quality, const Zone& zone) {
  const auto time = [&](TimeMs at) { return at == kNoTime ? Json() : Json(show_instant(at, zone)); };
  Json precision = Json::array();
  for (const auto& [unit, events] : quality.precision) precision.push_back({{"unit", code_of(unit)}, {"events", events}});
  return {{"version", 1},
          {"first", time(quality.first)},
          {"last", time(quality.last)},
          {"zone", zone.name()},
          {"events", quality.events},
          {"customers", quality.customers},
          {"identities", quality.identities},
          {"joined", quality.joined},
          {"duplicates", quality.duplicates},
          {"rejected", quality.rejected},
          {"erased", quality.erased},
          {"precision", std::move(precision)},
          {"synthetic", quality.synthetic}};
}

}  // namespace parcours

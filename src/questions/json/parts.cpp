#include "questions/json/parts.h"

#include <cmath>

namespace parcours {
namespace {

void put_mark(Json& out, std::int64_t n) {
  const Strength strength = strength_of(n);
  if (strength != Strength::solid) out["mark"] = strength == Strength::weak ? "weak" : "withheld";
}

Json to_json(const SurvivalPoint& point) {
  return {{"time_s", json_number(point.time_s)},
          {"survival", json_number(point.survival)},
          {"low", json_number(point.low)},
          {"high", json_number(point.high)},
          {"at_risk", point.at_risk},
          {"events", point.events}};
}

}  // namespace

Json instant(TimeMs time, const Zone& zone) { return time == kNoTime ? Json() : Json(show_instant(time, zone)); }
Json instant(const std::optional<TimeMs>& time, const Zone& zone) { return time ? instant(*time, zone) : Json(); }

Json json_number(double value) {
  if (!std::isfinite(value)) return nullptr;
  const bool is_whole = value == std::floor(value) && std::fabs(value) < 1e15;
  return is_whole ? Json(static_cast<std::int64_t>(value)) : Json(value);
}

Json to_json(const Share& share) {
  Json out{{"count", share.count},
           {"n", share.n},
           {"value", share.n ? json_number(share.value) : Json()},
           {"low", share.n ? json_number(share.low) : Json()},
           {"high", share.n ? json_number(share.high) : Json()}};
  put_mark(out, share.n);
  return out;
}

Json to_json(const Estimate& estimate) {
  Json out{{"value", json_number(estimate.value)}, {"low", json_number(estimate.low)}, {"high", json_number(estimate.high)}, {"n", estimate.n}};
  put_mark(out, estimate.n);
  return out;
}

Json optional_number(const std::optional<double>& value) { return value ? json_number(*value) : Json(); }
Json optional_text(const std::optional<std::string>& value) { return value ? Json(*value) : Json(); }
Json to_json(const std::optional<Estimate>& estimate) { return estimate ? to_json(*estimate) : Json(); }
Json to_json(const std::optional<Share>& share) { return share ? to_json(*share) : Json(); }

Json to_json(std::span<const SurvivalPoint> curve) {
  Json out = Json::array();
  if (curve.size() <= kCurvePointsMost) {
    for (const auto& point : curve) out.push_back(to_json(point));
    return out;
  }
  for (std::size_t i = 0; i < kCurvePointsMost; ++i) out.push_back(to_json(curve[i * (curve.size() - 1) / (kCurvePointsMost - 1)]));
  return out;
}

}  // namespace parcours

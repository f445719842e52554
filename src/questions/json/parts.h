// The pieces that the JSON of several answers is made of.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "questions/answer_json.h"

namespace parcours {

Json optional_number(const std::optional<double>& value);
Json optional_text(const std::optional<std::string>& value);
Json instant(TimeMs time, const Zone& zone);  // null for no time
Json instant(const std::optional<TimeMs>& time, const Zone& zone);
Json to_json(const std::optional<Estimate>& estimate);
Json to_json(const std::optional<Share>& share);
// A curve of at most `kCurvePointsMost` points: longer ones are thinned evenly, first and last kept.
inline constexpr std::size_t kCurvePointsMost = 400;
Json to_json(std::span<const SurvivalPoint> curve);

// What was asked, without the scope.
void put_options(Json& out, const FunnelQuestion& question);
void put_options(Json& out, const FlowQuestion& question);
void put_options(Json& out, const VariantsQuestion& question);
void put_options(Json& out, const RetentionQuestion& question);
void put_options(Json& out, const ChannelsQuestion& question);
void put_options(Json& out, const MeasureQuestion& question);

// The customers behind a figure, where they were asked for.
void put_list(Json& out, const MeasureQuestion& question, const MeasureAnswer& answer, const Zone& zone);
void put_list(Json& out, const RetentionQuestion& question, const RetentionAnswer& answer, const Zone& zone);

// The answer's own fields.
void put_answer(Json& out, const FunnelAnswer& answer);
void put_answer(Json& out, const FlowAnswer& answer);
void put_answer(Json& out, const VariantsAnswer& answer);
void put_answer(Json& out, const RetentionAnswer& answer);
void put_answer(Json& out, const ChannelsAnswer& answer);
void put_answer(Json& out, const MeasureAnswer& answer);

}  // namespace parcours

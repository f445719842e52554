#include "questions/compare_answers.h"

#include <algorithm>

#include "questions/statistics.h"

namespace parcours {
namespace {

using Rows = std::vector<ComparedShare>;

void add(Rows& rows, std::string figure, std::string at, const Share& here, const Share& there) {
  rows.push_back({std::move(figure), std::move(at), here, there, difference(here, there), false});
}

Rows rows_of(const FunnelAnswer& here, const FunnelAnswer& there) {
  Rows rows;
  for (std::size_t k = 1; k < std::min(here.steps.size(), there.steps.size()); ++k)
    add(rows, "share_of_first", here.steps[k].step, here.steps[k].share_of_first, there.steps[k].share_of_first);
  return rows;
}

std::string joined(const std::vector<std::string>& path) {
  std::string out;
  for (const auto& name : path) out += (out.empty() ? "" : " → ") + name;
  return out;
}

Rows rows_of(const VariantsAnswer& here, const VariantsAnswer& there) {
  Rows rows;
  for (const auto& variant : here.variants) {
    if (rows.size() == kComparedVariantsMost) break;
    const auto same = std::find_if(there.variants.begin(), there.variants.end(), [&](const Variant& other) { return other.path == variant.path; });
    add(rows, "share", joined(variant.path), wilson(variant.count, here.sequences),
        wilson(same == there.variants.end() ? 0 : same->count, there.sequences));
  }
  return rows;
}

Rows rows_of(const RetentionAnswer& here, const RetentionAnswer& there) {
  Rows rows;
  for (std::size_t k = 1; k < std::min(here.mean.size(), there.mean.size()); ++k) add(rows, "mean", std::to_string(k), here.mean[k], there.mean[k]);
  return rows;
}

Rows rows_of(const ChannelsAnswer& here, const ChannelsAnswer& there) {
  Rows rows;
  add(rows, "on_two_or_more", "", here.on_two_or_more, there.on_two_or_more);
  add(rows, "went_on_after_staying", "", here.went_on_after_staying, there.went_on_after_staying);
  return rows;
}

template <class AnyAnswer>
Rows rows_of(const AnyAnswer&, const AnyAnswer&) {
  return {};
}

void mark_sure(Rows& rows) {
  std::vector<double> p;
  for (const auto& row : rows) p.push_back(p_of_difference(row.here, row.there));
  const auto adjusted = benjamini_hochberg(p);
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].surely = adjusted[i] <= 0.05 && rows[i].here.n >= kWeakBelow && rows[i].there.n >= kWeakBelow;
}

}  // namespace

std::vector<ComparedShare> compare_answers(const Answer& here, const Answer& there) {
  Rows rows = std::visit(
      [](const auto& a, const auto& b) {
        if constexpr (std::is_same_v<decltype(a), decltype(b)>) return rows_of(a, b);
        else return Rows();
      },
      here, there);
  mark_sure(rows);
  return rows;
}

}  // namespace parcours

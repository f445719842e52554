#include "questions/table/report.h"

#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "questions/definitions.h"

namespace parcours {
namespace {

constexpr std::string_view kDash = "–";
constexpr std::string_view kHidden = "·";

// "12.4% [11.6–13.3]": the unit once.
std::string percent_with_interval(const Share& share, Lang lang) {
  const auto bound = [&](double value) { return show_number(value * 100, lang); };
  return show_percent(share.value, lang) + " [" + bound(share.low) + "–" + bound(share.high) + "]";
}

std::string name_of(const std::map<std::string, std::string>& names, const std::string& id) {
  const auto at = names.find(id);
  return at == names.end() || at->second.empty() ? id : at->second;
}

// "12 [8, 15]"; bounds that so few values cannot give are –.
template <class Show>
std::string with_interval(const Estimate& estimate, Show show) {
  if (std::isnan(estimate.low) && std::isnan(estimate.high)) return show(estimate.value);
  return show(estimate.value) + " [" + show(estimate.low) + " – " + show(estimate.high) + "]";
}

}  // namespace

std::string Report::marked(std::string cell, std::int64_t n) {
  switch (strength_of(n)) {
    case Strength::solid: return cell;
    case Strength::weak: has_weak_ = true; return cell + "*";
    case Strength::withheld: break;
  }
  has_withheld_ = true;
  return std::string(kHidden);
}

std::string Report::count(std::int64_t n) const { return show_count(n, lang()); }

std::string Report::share(const Share& share) { return share.n == 0 ? std::string(kDash) : marked(percent_with_interval(share, lang()), share.n); }

std::string Report::span(const std::optional<double>& seconds, std::int64_t n) {
  return seconds ? marked(show_duration(*seconds, lang()), n) : std::string(kDash);
}

std::string Report::span(const std::optional<Estimate>& seconds) {
  if (!seconds) return std::string(kDash);
  const std::string range = show_duration_range(seconds->low, seconds->high, lang());
  return marked(show_duration(seconds->value, lang()) + (range.empty() ? "" : " " + range), seconds->n);
}

std::string Report::number(const std::optional<Estimate>& estimate, int decimals) {
  if (!estimate) return std::string(kDash);
  return marked(with_interval(*estimate, [&](double value) { return show_number(value, lang(), decimals); }), estimate->n);
}

std::string Report::index(const std::optional<double>& value, std::int64_t n) {
  return value ? marked(show_number(*value, lang(), 2), n) : std::string(kDash);
}

std::string Report::money(const std::optional<Estimate>& estimate, std::string_view currency) {
  if (!estimate) return std::string(kDash);
  return marked(with_interval(*estimate, [&](double value) { return std::isnan(value) ? std::string(kDash) : show_money(value, currency, lang()); }),
                estimate->n);
}

std::string Report::label(std::string_view question, std::string_view figure) {
  const FigureInfo& info = figure_info(question, figure);
  std::string name = name_of(info, lang());
  if (const std::string base = base_of(info, lang()); !base.empty()) {
    const std::string note = render(msg("table.pair", {{"name", name}, {"value", base}}), lang());
    if (std::find(bases_.begin(), bases_.end(), note) == bases_.end()) bases_.push_back(note);
  }
  return name;
}
std::string Report::touchpoint(const std::string& id) const { return name_of(options_.touchpoints, id); }
std::string Report::node(const std::string& id, NodesAre nodes) const {
  if (nodes == NodesAre::channel) return channel(id);
  return id.empty() ? word("none") : touchpoint(id);
}
std::string Report::stage(const std::string& id) const { return name_of(options_.stages, id); }

std::string Report::channel(const std::string& channel) const { return channel.empty() ? word("no_channel") : name_of(options_.channels, channel); }

std::string Report::path(const std::vector<std::string>& names, NodesAre nodes) const {
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "" : " → ") + node(name, nodes);
  return out;
}

std::string Report::share_of(const Share& share) {
  if (share.n == 0) return std::string(kDash);
  return this->share(share) + " " + render(msg("table.of", {{"n", share.n}}), lang());
}

std::string Report::word(std::string_view key) const { return text("table." + std::string(key), lang()); }

std::string Report::not_over(std::int64_t n) {
  has_not_over_ = true;
  return count(n) + "~";
}

void Report::paragraph(const std::string& text) { out_ += text + "\n\n"; }
void Report::heading(const std::string& text) { out_ += text + "\n"; }

std::string Report::finish() {
  if (!bases_.empty()) out_ += text("table.bases", lang()) + "\n";
  for (const auto& base : bases_) out_ += "  " + base + "\n";
  if (has_weak_) out_ += text("table.weak", lang()) + "\n";
  if (has_withheld_) out_ += text("table.withheld", lang()) + "\n";
  if (has_not_over_) out_ += text("table.not_over", lang()) + "\n";
  while (out_.ends_with("\n\n")) out_.pop_back();
  return out_;
}

std::string show_duration_range(double low_s, double high_s, Lang lang) {
  if (std::isnan(low_s) && std::isnan(high_s)) return {};
  const std::string low = show_duration(std::isnan(low_s) ? 0 : low_s, lang);
  if (std::isnan(high_s)) return render(msg("table.unbounded", {{"low", low}}), lang);
  return "[" + low + " – " + show_duration(high_s, lang) + "]";
}

std::string show_share(const Share& share, Lang lang) {
  if (share.n == 0) return std::string(kDash);
  const Strength strength = strength_of(share.n);
  const std::string of = render(msg("table.of", {{"n", share.n}}), lang);
  if (strength == Strength::withheld) return std::string(kHidden) + " " + of;
  return percent_with_interval(share, lang) + (strength == Strength::weak ? "* " : " ") + of;
}

}  // namespace parcours

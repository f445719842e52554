#include "render/layout/say.h"

#include <array>
#include <cmath>

#include "base/dates.h"
#include "base/number.h"
#include "base/quotes.h"
#include "map/measure_names.h"

namespace parcours {
namespace {

// Few decimals: a share near zero keeps one, so that 0.4 % is not 0 %.
int decimals_of(double share) { return share != 0 && std::fabs(share) < 0.1 ? 1 : 0; }

// What the figure is of; "" where its value says so itself.
std::string name_of_reported(const Frame& frame, std::string_view measure) {
  struct Named {
    std::string_view measure, key;
  };
  static constexpr std::array<Named, 12> kNames = {{
      {"drop_off", "render.reported.drop_off"},
      {"conversion", "render.reported.conversion"},
      {"customers_share", "render.reported.customers_share"},
      {"repeat", "render.reported.repeat"},
      {"repurchase", "render.reported.repurchase"},
      {"rate", "render.reported.rate"},
      {"csat", "render.reported.csat"},
      {"time", "render.reported.time"},
      {"time_to_next", "render.reported.time_to_next"},
      {"visits", "render.reported.visits"},
      {"value", "render.reported.value"},
      {"satisfaction", "render.reported.satisfaction"},
  }};
  for (const Named& named : kNames)
    if (named.measure == measure) return text(named.key, frame.lang) + " ";
  return {};
}

double rounded_to_three(double amount) {
  if (std::fabs(amount) < 1000) return std::round(amount);
  const double unit = std::pow(10, std::floor(std::log10(std::fabs(amount))) - 2);
  return std::round(amount / unit) * unit;
}

std::string join(const std::vector<std::string>& parts) {
  std::string out;
  for (const auto& part : parts)
    if (!part.empty()) out += (out.empty() ? "" : " · ") + part;
  return out;
}

}  // namespace

std::string say_share(const Frame& frame, double share) { return show_percent(share, frame.lang, decimals_of(share)); }

std::string say_range(const Frame& frame, double low, double high) {
  if (std::isnan(low) || std::isnan(high)) return {};
  const int decimals = decimals_of(high) == 1 || decimals_of(low) == 1 ? 1 : 0;
  return "[" + show_percent_digits(low, frame.lang, decimals) + "–" + show_percent_digits(high, frame.lang, decimals) + "]";
}

std::string say_share_with_range(const Frame& frame, const Share& share) {
  switch (strength_of(share.n)) {
    case Strength::withheld: return frame.say(msg("render.withheld"));
    case Strength::weak:
      return say_share(frame, share.value) + " " + say_range(frame, share.low, share.high) + ", " + frame.say(msg("render.weak", {{"n", share.n}}));
    case Strength::solid: break;
  }
  return say_share(frame, share.value) + " " + say_range(frame, share.low, share.high);
}

std::string say_count(const Frame& frame, std::int64_t count) { return show_count(count, frame.lang); }

std::string say_money(const Frame& frame, double amount) { return show_money(rounded_to_three(amount), frame.map.settings.currency, frame.lang); }

std::string say_money_range(const Frame& frame, const Estimate& money) {
  const std::string n = strength_of(money.n) == Strength::solid ? "" : frame.say(msg("render.weak", {{"n", money.n}}));
  if (std::isnan(money.low) || std::isnan(money.high)) return n;
  return "[" + show_number(rounded_to_three(money.low), frame.lang) + "–" + show_number(rounded_to_three(money.high), frame.lang) + "]" +
         (n.empty() ? "" : ", " + n);
}

std::string say_score(const Frame& frame, const ScoreFigure& score) {
  if (score.n < kWithheldBelow) return {};
  const std::string n = " · " + frame.say(msg("render.weak", {{"n", score.n}}));
  if (score.nps) return std::string("NPS ") + (score.nps->value > 0 ? "+" : "") + show_number(std::round(score.nps->value), frame.lang) + n;
  if (score.csat) return "CSAT " + say_share(frame, score.csat->value) + n;
  if (score.ces_mean) return "CES " + show_number(score.ces_mean->value, frame.lang) + n;
  return {};
}

std::string say_reported(const Frame& frame, const ReportedFigure& figure) {
  std::string value = show_number(figure.value, frame.lang);
  const auto measure = measure_named(figure.measure);
  if (measure && measure->unit == MeasureUnit::share) value = say_share(frame, figure.value);
  else if (measure && measure->unit == MeasureUnit::duration) value = show_duration(figure.value, frame.lang);
  else if (figure.measure == "nps") value = std::string("NPS ") + (figure.value > 0 ? "+" : "") + value;
  else if (figure.measure == "ces") value = "CES " + value;
  else if (figure.measure == "satisfaction") value += "/5";
  else if (figure.measure == "customers") value = frame.say(msg("render.customers", {{"n", static_cast<std::int64_t>(figure.value)}}));
  value = name_of_reported(frame, figure.measure) + value;
  return figure.evidence.n ? join({value, frame.say(msg("render.weak", {{"n", *figure.evidence.n}}))}) : value;
}

std::string say_day(const Frame& frame, Date date) { return show_day(date, frame.lang); }

std::string say_date(const Frame& frame, Date date) { return show_date(date, frame.lang); }

std::string say_objective(const Frame& frame, const std::string& objective) {
  static constexpr std::array<std::string_view, 7> kKeys = {"render.objective.inspire",  "render.objective.inform", "render.objective.reassure",
                                                            "render.objective.convert",  "render.objective.serve",  "render.objective.retain",
                                                            "render.objective.recommend"};
  for (const auto key : kKeys)
    if (key.substr(std::string_view("render.objective.").size()) == objective) return text(key, frame.lang);
  return frame.say(objective);
}

std::string say_content_kind(const Frame& frame, const std::string& kind) {
  static constexpr std::array<std::string_view, 16> kKeys = {"render.kind.video",       "render.kind.article",
                                                             "render.kind.comparison",  "render.kind.promotion",
                                                             "render.kind.testimonial", "render.kind.guide",
                                                             "render.kind.image",       "render.kind.photo",
                                                             "render.kind.email",       "render.kind.onboarding",
                                                             "render.kind.referral",    "render.kind.podcast",
                                                             "render.kind.reassurance", "render.kind.loyalty_programme",
                                                             "render.kind.gallery",     "render.kind.announcement"};
  for (const auto key : kKeys)
    if (key.substr(std::string_view("render.kind.").size()) == kind) return text(key, frame.lang);
  return frame.say(kind);
}

std::string say_quote(const Frame& frame, const LocalText& words) {
  const std::string said = frame.say(words);
  if (said.empty() || is_quoted(said)) return said;
  if (frame.lang == Lang::fr) return "«\u202f" + within_quotes("«", said) + "\u202f»";
  return "“" + within_quotes("“", said) + "”";
}

std::string say_by(const Frame& frame, const std::string& persona) {
  return persona.empty() || persona == frame.map.lived_by ? "" : " · " + say_persona(frame, persona);
}

std::string say_words(const Frame& frame, const CustomerWords& words, bool quoted) {
  const std::string said = quoted ? say_quote(frame, words) : frame.say(words);
  return said.empty() ? "" : said + say_by(frame, words.by);
}

std::string say_evidence(const Frame& frame, const Evidence& evidence) {
  if (!evidence.reported()) return frame.say(msg("render.truth.assumed"));
  std::vector<std::string> parts = {frame.say(msg("render.truth.reported")), frame.say(evidence.source)};
  if (evidence.n) parts.push_back(frame.say(msg("render.weak", {{"n", *evidence.n}})));
  return join(parts);
}

std::string say_touchpoint(const Frame& frame, std::string_view id) {
  const Touchpoint* touchpoint = frame.map.map.touchpoint(id);
  return touchpoint && !touchpoint->name.empty() ? frame.say(touchpoint->name) : frame.say(id);
}

std::string say_whose(const Frame& frame, const Column& column, const Touchpoint& touchpoint) {
  if (column.in_one_row()) return {};
  const auto number = frame.touchpoint_number.find(touchpoint.id);
  const std::string name = say_touchpoint(frame, touchpoint.id);
  return number == frame.touchpoint_number.end() ? name : join({std::to_string(number->second), name});
}

std::string say_age(const Frame& frame, const Persona& persona) {
  const std::string age = frame.say(persona.age), name = frame.say(persona.name);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto begin = std::find_if(age.begin(), age.end(), is_digit), end = std::find_if_not(begin, age.end(), is_digit);
  const std::string years(begin, end);
  for (std::size_t at = years.empty() ? std::string::npos : name.find(years); at != std::string::npos; at = name.find(years, at + 1)) {
    const std::size_t after = at + years.size();
    const bool whole = (at == 0 || !is_digit(name[at - 1])) && (after == name.size() || !is_digit(name[after]));
    if (whole && std::none_of(end, age.end(), is_digit)) return {};  // "25–30" says more than a name
  }
  return age;
}

std::string say_persona(const Frame& frame, std::string_view id) {
  for (const Persona& persona : frame.map.personas)
    if (persona.id == id && !persona.name.empty()) return frame.say(persona.name);
  return frame.say(id);
}

Message truth_words(Truth truth) {
  switch (truth) {
    case Truth::measured: return msg("render.truth.measured");
    case Truth::reported: return msg("render.truth.reported");
    case Truth::assumed: break;
  }
  return msg("render.truth.assumed");
}

}  // namespace parcours

#include "app/figure_row.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/listed.h"
#include "base/number.h"
#include "base/suggest.h"
#include "events/column_names.h"
#include "events/date_form.h"
#include "events/number_form.h"
#include "map/keys.h"

namespace parcours {
namespace {

struct Role {
  std::string_view role;
  std::vector<std::string_view> names;  // plain
};
const std::vector<Role>& roles() {
  static const std::vector<Role> kRoles = {{"touchpoint", {"touchpoint", "touch_point", "point_de_contact", "contact"}},
                                           {"measure", {"measure", "mesure", "indicateur", "metric"}},
                                           {"value", {"value", "valeur"}},
                                           {"n", {"n", "base", "effectif", "sample", "echantillon"}},
                                           {"source", {"source", "origine"}},
                                           {"date", {"date", "jour", "day"}},
                                           {"unit", {"unit", "unite"}}};
  return kRoles;
}

// "1,5" and "1 234,5" as well as "1.5"; a lone comma is a decimal one.
std::optional<double> number_in(std::string_view text) {
  const char decimal = text.find('.') != std::string_view::npos ? '.' : ',';
  return read_amount(text, decimal);
}

std::string_view cut_unit(std::string_view text, std::string_view unit) {
  return text.ends_with(unit) ? without_blanks(text.substr(0, text.size() - unit.size())) : std::string_view();
}

// In seconds: "12 min", "1h30", or a number with its unit in a column of its own.
std::optional<double> seconds_in(std::string_view text, std::string_view unit) {
  std::string joined(text);
  if (!unit.empty() && number_in(text)) joined = exact(*number_in(text)) + (unit == "j" ? "d" : std::string(unit));
  std::string tight;
  for (const char c : joined)
    if (c != ' ') tight += c;
  if (const auto span = parse_duration(tight)) return static_cast<double>(*span) / static_cast<double>(kSecond);
  static constexpr std::pair<std::string_view, double> kUnits[] = {{"ms", 0.001}, {"min", 60}, {"s", 1}, {"h", 3600}, {"d", 86400}, {"m", 60}};
  for (const auto& [mark, seconds] : kUnits)
    if (const auto cut = cut_unit(tight, mark); !cut.empty())
      if (const auto number = number_in(cut)) return *number * seconds;
  return std::nullopt;
}

std::optional<Date> date_in(std::string_view text) {
  if (const auto date = parse_date(text)) return date;
  const std::array<std::string_view, 1> sample = {text};
  ImportOptions options;
  options.lang = Lang::fr;
  const auto guess = guess_dates(sample, options);
  if (!guess || guess->ambiguous) return std::nullopt;
  const ReadTime time = TimeReader(guess->form, Zone::utc()).read(text);
  return time.problem == DateProblem::none ? std::optional(Zone::utc().date(time.instant)) : std::nullopt;
}

class FigureReader {
 public:
  FigureReader(const AttributeRow& row, const FigureColumns& columns, std::vector<FigureComplaint>& complaints)
      : row_(row), columns_(columns), complaints_(complaints) {}

  std::optional<FigureRow> read() {
    FigureRow out;
    out.touchpoint = columns_.in(row_, "touchpoint");
    if (out.touchpoint.empty()) return complain("touchpoint", msg("figures.no_touchpoint"));
    out.measure = columns_.in(row_, "measure");
    const auto measure = measure_named(out.measure);
    if (!measure) return unknown_measure(out.measure);
    if (!read_value(*measure, out) || !read_evidence(out.evidence)) return std::nullopt;
    return out;
  }

 private:
  std::optional<FigureRow> complain(std::string_view role, Message reason) {
    complaints_.push_back({row_.line, columns_.name(role), std::move(reason)});
    return std::nullopt;
  }

  std::optional<FigureRow> unknown_measure(const std::string& written) {
    const auto names = measure_names();
    const auto meant = nearest(written, names);
    return complain("measure", meant ? msg("figures.unknown_measure_meant", {{"name", written}, {"meant", *meant}})
                                     : msg("figures.unknown_measure", {{"name", written}, {"names", listed(names)}}));
  }

  bool read_value(const MeasureName& measure, FigureRow& out) {
    const std::string_view text = columns_.in(row_, "value"), unit = columns_.in(row_, "unit");
    if (text.empty()) return complain("value", msg("figures.no_value")), false;
    if (measure.unit == MeasureUnit::duration) {
      const auto seconds = seconds_in(text, unit);
      if (!seconds || *seconds < 0) return complain("value", msg("figures.not_a_duration", {{"value", std::string(text)}})), false;
      out.value = std::round(*seconds * 1000) / 1000;
      out.written = show_exact_duration(static_cast<TimeMs>(std::llround(*seconds * 1000)));
      return true;
    }
    const bool percent = text.ends_with('%') || unit == "%";
    const auto number = number_in(text.ends_with('%') ? without_blanks(text.substr(0, text.size() - 1)) : text);
    if (!number || (percent && measure.unit != MeasureUnit::share))
      return complain("value", msg("figures.not_a_number", {{"value", std::string(text)}})), false;
    out.value = percent ? std::round(*number * 1e8) / 1e10 : *number;
    out.written = out.value;
    if (out.value == std::floor(out.value) && std::abs(out.value) < 1e15) out.written = static_cast<std::int64_t>(out.value);
    if (out.value >= measure.min && out.value <= measure.max) return true;
    return complain("value", measure.unit == MeasureUnit::share
                                 ? msg("figures.not_a_share", {{"value", std::string(text)}})
                                 : msg("figures.out_of_range", {{"value", std::string(text)}, {"low", measure.min}, {"high", measure.max}})),
           false;
  }

  bool read_evidence(Evidence& out) {
    out.source.plain = columns_.in(row_, "source");
    if (out.source.empty()) return complain("source", msg("figures.no_source")), false;
    if (const auto text = columns_.in(row_, "n"); !text.empty()) {
      const auto number = number_in(text);
      if (!number || *number < 1 || *number != std::floor(*number) || *number > 1e15)
        return complain("n", msg("figures.bad_n", {{"value", std::string(text)}})), false;
      out.n = static_cast<std::int64_t>(*number);
    }
    if (const auto text = columns_.in(row_, "date"); !text.empty()) {
      out.date = date_in(text);
      if (!out.date) return complain("date", msg("figures.bad_date", {{"value", std::string(text)}})), false;
    }
    return true;
  }

  const AttributeRow& row_;
  const FigureColumns& columns_;
  std::vector<FigureComplaint>& complaints_;
};

}  // namespace

FigureColumns::FigureColumns(const std::vector<AttributeRow>& rows) {
  for (const AttributeRow& row : rows)
    for (const Attribute& attribute : row.attributes) {
      const std::string plain = plain_name(attribute.key);
      for (const Role& role : roles())
        if (std::find(role.names.begin(), role.names.end(), plain) != role.names.end() && name(role.role) == role.role &&
            std::none_of(names_.begin(), names_.end(), [&](const auto& known) { return known.first == role.role; }))
          names_.emplace_back(role.role, attribute.key);
    }
}

std::optional<std::string> FigureColumns::missing() const {
  for (const std::string_view role : {"touchpoint", "measure", "value", "source"})
    if (std::none_of(names_.begin(), names_.end(), [&](const auto& known) { return known.first == role; })) return std::string(role);
  return std::nullopt;
}

std::string FigureColumns::name(std::string_view role) const {
  for (const auto& [known, column] : names_)
    if (known == role) return column;
  return std::string(role);
}

std::string_view FigureColumns::in(const AttributeRow& row, std::string_view role) const {
  const std::string column = name(role);
  for (const Attribute& attribute : row.attributes)
    if (attribute.key == column) return without_blanks(attribute.value);
  return {};
}

std::optional<FigureRow> read_figure(const AttributeRow& row, const FigureColumns& columns, std::vector<FigureComplaint>& complaints) {
  if (row.problem) return complaints.push_back({row.line, "", *row.problem}), std::nullopt;
  return FigureReader(row, columns, complaints).read();
}

}  // namespace parcours

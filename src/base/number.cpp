#include "base/number.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace parcours {
namespace {

constexpr std::string_view kNarrowSpace = "\u202f";
constexpr std::string_view kMinus = "\u2212";

// Halves go away from zero, as people and spreadsheets round: what is half in fifteen digits is a little more here, so that 1.25 and 1.15 (whose
// nearest double is below the half) both go up. Larger numbers have no decimals that anybody reads.
double past_half(double magnitude) { return magnitude < 1e11 ? magnitude * (1 + 1e-15) : magnitude; }

// Digits of a non-negative number with grouping and the language's decimal sign.
std::string digits_of(double magnitude, int decimals, Lang lang) {
  std::array<char, 400> buffer;
  magnitude = past_half(magnitude);
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), magnitude, std::chars_format::fixed, decimals).ptr;
  const std::string_view plain(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  const auto point = plain.find('.');
  const std::string_view whole = plain.substr(0, point);
  std::string out;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (i > 0 && (whole.size() - i) % 3 == 0) out += lang == Lang::fr ? kNarrowSpace : std::string_view(",");
    out += whole[i];
  }
  if (point != std::string_view::npos) {
    out += lang == Lang::fr ? ',' : '.';
    out += plain.substr(point + 1);
  }
  return out;
}

// From here on a number is written by its first digits and a power of ten: 1.5 × 10³⁰⁸.
constexpr double kTooLongToWrite = 1e18;

std::string power_of_ten(double magnitude, Lang lang) {
  static constexpr std::array<std::string_view, 10> kRaised = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::array<char, 32> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), magnitude, std::chars_format::scientific, 1).ptr;
  const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));  // "1.5e+308"
  std::string out{text[0]};
  if (text[2] != '0') out += (lang == Lang::fr ? "," : ".") + std::string(1, text[2]);
  out += std::string(kNarrowSpace) + "×" + std::string(kNarrowSpace) + "10";
  for (const char digit : text.substr(5)) out += kRaised[static_cast<std::size_t>(digit - '0')];
  return out;
}

std::string signed_digits(double value, int decimals, Lang lang) {
  if (std::isnan(value)) return "–";
  if (std::isfinite(value) && std::fabs(value) >= kTooLongToWrite)
    return (value < 0 ? std::string(kMinus) : "") + power_of_ten(std::fabs(value), lang);
  const std::string digits = digits_of(std::fabs(value), decimals, lang);
  const bool is_zero = digits.find_first_of("123456789") == std::string::npos;
  return value < 0 && !is_zero ? std::string(kMinus) + digits : digits;
}

std::string_view symbol_of(std::string_view currency) {
  if (currency == "EUR") return "€";
  if (currency == "USD") return "$";
  if (currency == "GBP") return "£";
  return currency;
}

}  // namespace

std::string exact(double value) {
  if (!std::isfinite(value)) return "null";
  if (value == 0) return "0";
  std::array<char, 400> buffer;
  const double magnitude = std::fabs(value);
  const bool plain = magnitude >= 1e-6 && magnitude < 1e15;
  const auto end = plain ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed).ptr
                         : std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  return std::string(buffer.data(), end);
}

std::string show_count(std::int64_t count, Lang lang) { return signed_digits(static_cast<double>(count), 0, lang); }

std::string show_number(double value, Lang lang, int decimals) {
  const bool is_whole = std::isfinite(value) && value == std::floor(value);
  return signed_digits(value, is_whole ? 0 : decimals, lang);
}

std::string show_percent_digits(double share, Lang lang, int decimals) { return signed_digits(share * 100, decimals, lang); }

std::string show_percent(double share, Lang lang, int decimals) {
  const std::string digits = show_percent_digits(share, lang, decimals);
  return lang == Lang::fr ? digits + std::string(kNarrowSpace) + "%" : digits + "%";
}

std::string show_given_percent(double share, Lang lang) {
  int decimals = 0;
  for (double shown = share * 100; decimals < 2 && std::fabs(shown - std::round(shown)) > 1e-6; shown *= 10) ++decimals;
  return show_percent(share, lang, decimals);
}

std::string show_money(double amount, std::string_view currency, Lang lang) {
  const bool is_whole = amount == std::floor(amount);
  const std::string digits = signed_digits(amount, is_whole || std::fabs(amount) >= 100 ? 0 : 2, lang);
  const std::string symbol(symbol_of(currency));
  const bool has_sign = symbol.size() < currency.size() || symbol != currency;
  if (lang == Lang::en && has_sign) return symbol + digits;
  return digits + std::string(kNarrowSpace) + symbol;
}

std::string show_duration(double seconds, Lang lang) {
  if (std::isnan(seconds)) return "–";
  struct Unit {
    double seconds;
    const char* fr;
    const char* en;
  };
  static constexpr std::array<Unit, 4> kUnits = {{{86400, "j", "d"}, {3600, "h", "h"}, {60, "min", "min"}, {1, "s", "s"}}};
  const double magnitude = std::fabs(seconds);
  const std::string sign = seconds < 0 ? std::string(kMinus) : "";
  if (magnitude < 10) return sign + show_number(magnitude, lang) + std::string(kNarrowSpace) + "s";
  for (std::size_t i = 0; i < kUnits.size(); ++i) {
    if (magnitude < kUnits[i].seconds && i + 1 < kUnits.size()) continue;
    const auto name = [&](std::size_t k) { return std::string(kNarrowSpace) + (lang == Lang::fr ? kUnits[k].fr : kUnits[k].en); };
    if (i + 1 == kUnits.size()) return sign + show_number(std::round(magnitude), lang) + name(i);
    const double small = kUnits[i + 1].seconds;
    const double rounded = std::round(magnitude / small) * small;
    const double whole = std::floor(rounded / kUnits[i].seconds);
    const double rest = std::round((rounded - whole * kUnits[i].seconds) / small);
    std::string out = sign + show_number(whole, lang) + name(i);
    if (rest > 0) out += " " + show_number(rest, lang) + name(i + 1);
    return out;
  }
  return {};
}

std::optional<double> parse_number(std::string_view text) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

}  // namespace parcours

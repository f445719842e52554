#include "app/guided/answer.h"

#include <algorithm>

#include "app/guided/contact.h"
#include "base/fold.h"
#include "base/number.h"
#include "base/suggest.h"
#include "map/yaml_complaint.h"

namespace parcours {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Without blanks around it; line breaks and tabs within become spaces.
std::string tidy(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  std::string out(text);
  std::replace_if(out.begin(), out.end(), is_blank, ' ');
  return out;
}

std::vector<std::string> parts_of(std::string_view text, std::string_view separators) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
    if (std::string part = tidy(text.substr(at, end - at)); !part.empty()) parts.push_back(std::move(part));
    at = end + 1;
  }
  return parts;
}

Result<Json> one_text(const std::string& text) {
  if (text.size() <= kLongestText) return Json(text);
  return misuse(msg("guided.bad.long", {{"most", static_cast<std::int64_t>(kLongestText)}}));
}

Result<Json> texts(const std::vector<std::string>& parts) {
  if (parts.size() > kMostItems) return misuse(msg("guided.bad.many", {{"most", static_cast<std::int64_t>(kMostItems)}}));
  if (parts.empty()) return misuse(msg("guided.bad.nothing"));
  Json out = Json::array();
  for (const auto& part : parts) {
    PARCOURS_TRY(Json text, one_text(part));
    out.push_back(std::move(text));
  }
  return out;
}

Result<std::size_t> chosen(const GuidedQuestion& question, const std::string& typed) {
  const auto number = parse_number(typed);
  const auto count = static_cast<std::int64_t>(question.choices.size());
  std::vector<std::string> names;
  for (std::size_t i = 0; i < question.choices.size(); ++i) {
    const GuidedChoice& choice = question.choices[i];
    if (number && *number == static_cast<double>(i + 1)) return i;
    for (const std::string& name : {choice.value, choice.label.in(Lang::fr), choice.label.in(Lang::en)}) {
      if (!name.empty() && folded_ascii(name) == folded_ascii(typed)) return i;
      names.push_back(name);
    }
  }
  const auto meant = number ? std::nullopt : nearest(typed, std::span<const std::string>(names));
  return misuse(msg("guided.bad.choice", {{"typed", typed}, {"n", count}}),
                meant ? msg("cli.did_you_mean", {{"name", *meant}}) : msg("guided.bad.choice.hint"));
}

Result<Json> choice(const GuidedQuestion& question, const std::string& typed) {
  PARCOURS_TRY(const std::size_t index, chosen(question, typed));
  return Json(question.choices[index].value);
}

// "1 3 4", "1, 3", "site; e-mail": blanks separate numbers only.
Result<Json> choices(const GuidedQuestion& question, const std::string& typed) {
  const std::string folded = folded_ascii(typed);
  const bool all = folded == "tout" || folded == "toutes" || folded == "tous" || folded == "all";
  const bool numbers = typed.find_first_not_of("0123456789 ,;") == std::string::npos;
  std::vector<bool> taken(question.choices.size(), all);
  for (const auto& part : all ? std::vector<std::string>() : parts_of(typed, numbers ? ",; " : ",;")) {
    PARCOURS_TRY(const std::size_t index, chosen(question, part));
    taken[index] = true;
  }
  Json out = Json::array();
  for (std::size_t i = 0; i < taken.size(); ++i)
    if (taken[i]) out.push_back(question.choices[i].value);
  if (out.empty()) return misuse(msg("guided.bad.nothing"));
  return out;
}

Result<Json> emotions(const GuidedQuestion& question, std::string typed) {
  std::replace(typed.begin(), typed.end(), ',', '.');
  for (std::size_t at; (at = typed.find("−")) != std::string::npos;) typed.replace(at, std::string_view("−").size(), "-");
  Json out = Json::array();
  for (auto part : parts_of(typed, "; ")) {
    if (part.starts_with('+')) part.erase(0, 1);
    const auto value = parse_number(part);
    if (!value || *value < -2 || *value > 2) return misuse(msg("guided.bad.emotion", {{"typed", part}}), msg("guided.bad.emotion.hint"));
    out.push_back(*value);
  }
  const auto wanted = static_cast<std::int64_t>(question.items.size());
  if (out.size() != question.items.size())
    return misuse(msg("guided.bad.emotions", {{"n", static_cast<std::int64_t>(out.size())}, {"wanted", wanted}}), msg("guided.bad.emotion.hint"));
  return out;
}

Result<Json> contacts(const std::string& typed) {
  PARCOURS_TRY(const Json names, texts(parts_of(typed, ";")));
  Json out = Json::array();
  for (const auto& name : names) {
    PARCOURS_TRY(Json contact, read_contact(name.get_ref<const std::string&>()));
    out.push_back(std::move(contact));
  }
  return out;
}

// 2027-01-31; in French 31/01/2027 too. Month and day are told apart by nothing in English.
std::optional<Date> date_of_text(const std::string& typed, Lang lang) {
  if (const auto date = parse_date(typed)) return date;
  const auto parts = parts_of(typed, "/");
  if (lang != Lang::fr || parts.size() != 3) return std::nullopt;
  std::vector<int> numbers;
  for (const auto& part : parts) {
    const bool digits = part.size() <= 4 && part.find_first_not_of("0123456789") == std::string::npos;
    if (!digits) return std::nullopt;
    numbers.push_back(std::stoi(part));
  }
  const Date date{numbers[2], numbers[1], numbers[0]};
  return numbers[2] >= 1000 && exists(date) ? std::optional(date) : std::nullopt;
}

Result<Json> date(const GuidedQuestion& question, const std::string& typed, Lang lang) {
  const auto read = date_of_text(typed, lang);
  if (!read) return misuse(msg("guided.bad.date", {{"typed", typed}}), msg("guided.bad.date.hint"));
  if (question.not_before && *read < *question.not_before) return misuse(msg("guided.bad.past", {{"date", *read}, {"today", *question.not_before}}));
  if (question.not_behind && *read > *question.not_behind) return misuse(msg("guided.bad.late", {{"last", *question.not_behind}}));
  return Json(show(*read));
}

Result<Json> days(const std::string& typed) {
  constexpr double kMostDays = 3650;
  const auto bad = misuse(msg("guided.bad.days", {{"typed", typed}}));
  const auto parts = parts_of(typed, "-");
  const auto dashes = static_cast<std::size_t>(std::count(typed.begin(), typed.end(), '-'));
  if (parts.empty() || parts.size() > 2 || dashes + 1 != parts.size()) return bad;
  Json out = Json::array();
  for (const std::string& part : {parts.front(), parts.back()}) {
    const auto number = parse_number(part);
    const bool whole = part.find_first_not_of("0123456789") == std::string::npos;
    if (!whole || !number || *number > kMostDays) return bad;
    out.push_back(static_cast<int>(*number));
  }
  if (out[0] > out[1]) return bad;
  return out;
}

Result<Json> read_as(const GuidedQuestion& question, const std::string& typed, Lang lang) {
  switch (question.kind) {
    case GuidedKind::text: return one_text(typed);
    case GuidedKind::texts: return texts(parts_of(typed, ";"));
    case GuidedKind::choice: return choice(question, typed);
    case GuidedKind::choices: return choices(question, typed);
    case GuidedKind::emotions: return emotions(question, typed);
    case GuidedKind::contacts: return contacts(typed);
    case GuidedKind::date: return date(question, typed, lang);
    case GuidedKind::days: return days(typed);
  }
  return one_text(typed);
}

}  // namespace

std::string_view code_of(GuidedPart part) {
  switch (part) {
    case GuidedPart::offer: return "offer";
    case GuidedPart::persona: return "persona";
    case GuidedPart::stages: return "stages";
    case GuidedPart::customer: return "customer";
    case GuidedPart::channels: return "channels";
    case GuidedPart::place: return "place";
    case GuidedPart::actions: return "actions";
  }
  return "";
}

std::string_view code_of(GuidedKind kind) {
  switch (kind) {
    case GuidedKind::text: return "text";
    case GuidedKind::texts: return "texts";
    case GuidedKind::choice: return "choice";
    case GuidedKind::choices: return "choices";
    case GuidedKind::emotions: return "emotions";
    case GuidedKind::contacts: return "contacts";
    case GuidedKind::date: return "date";
    case GuidedKind::days: return "days";
  }
  return "";
}

Result<Json> read_answer(const GuidedQuestion& question, std::string_view typed, Lang lang) {
  if (typed.size() > kLongestAnswer) return misuse(msg("guided.bad.long", {{"most", static_cast<std::int64_t>(kLongestText)}}));
  std::string text = tidy(typed);
  if (const auto refusal = refuse_bytes("", text)) return misuse(refusal->message, refusal->hint);
  if (text.empty()) text = tidy(question.proposal);
  if (text.empty()) return Json();
  if (text != kLeaveOut) return read_as(question, text, lang);
  return question.optional ? Result<Json>(Json()) : Result<Json>(misuse(msg("guided.bad.needed")));
}

}  // namespace parcours

#include <algorithm>
#include <array>

#include "base/number.h"
#include "events/column_names.h"
#include "events/complaint.h"
#include "base/fold.h"
#include "events/number_form.h"
#include "events/recipe.h"

namespace parcours {
namespace {

constexpr std::array<ColumnRole, 8> kRecipeRoles = {ColumnRole::customer, ColumnRole::time,  ColumnRole::event, ColumnRole::channel,
                                                    ColumnRole::source,   ColumnRole::value, ColumnRole::score, ColumnRole::id};

std::vector<std::string> parts_of(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t at = text.find(separator);
    parts.emplace_back(without_blanks(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + separator.size());
  }
}

// `*` and `#` survive the plain writing of a name.
std::string plain_pattern(std::string_view name) {
  static constexpr std::pair<char, std::string_view> kMarks[] = {{'*', "8888"}, {'#', "7777"}};
  if (name == "#") return "#";
  std::string out;
  for (const char c : name) {
    const auto mark = std::find_if(std::begin(kMarks), std::end(kMarks), [c](const auto& m) { return m.first == c; });
    if (mark == std::end(kMarks)) out += c;
    else out += mark->second;
  }
  out = plain_name(out);
  for (const auto& [mark, digits] : kMarks)
    for (std::size_t at = out.find(digits); at != std::string::npos; at = out.find(digits)) out.replace(at, digits.size(), 1, mark);
  return out;
}

class RecipeParser {
 public:
  RecipeParser(std::string_view text, const std::string& file, const std::string& id) : text_(text), file_(file) { recipe_.id = id; }

  Result<Recipe> parse() {
    while (!text_.empty()) {
      const std::size_t end = std::min(text_.find('\n'), text_.size());
      const std::string_view line = without_blanks(text_.substr(0, end));
      text_.remove_prefix(std::min(end + 1, text_.size()));
      ++line_;
      if (line.empty() || line.front() == '#') continue;
      PARCOURS_CHECK(take(line));
    }
    if (!versioned_ || recipe_.events.empty() || !recipe_.fields.contains(ColumnRole::customer) || column_for(recipe_, ColumnRole::time).empty())
      return complaint(msg("events.recipe_incomplete"));
    return std::move(recipe_);
  }

 private:
  Failure complaint(Message message) const {
    Failure out = mistaken(std::move(message), msg("events.recipe_hint"));
    out.what.place.file = file_;
    out.what.place.line = line_;
    return out;
  }

  Outcome take(std::string_view line) {
    if (line.front() == '[' && line.back() == ']' && line.find('=') == std::string_view::npos) {
      recipe_.events.push_back({std::string(line.substr(1, line.size() - 2)), {}, {}, {}});
      return Done{};
    }
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) return complaint(msg("events.recipe_line", {{"text", std::string(line)}}));
    return take_key(without_blanks(line.substr(0, equals)), without_blanks(line.substr(equals + 1)));
  }

  Outcome take_key(std::string_view key, std::string_view value) {
    RecipeEvent* const event = recipe_.events.empty() ? nullptr : &recipe_.events.back();
    for (const ColumnRole role : kRecipeRoles)
      if (key == code_of(role) && (role != ColumnRole::customer || !event)) return take_value(value, (event ? event->fields : recipe_.fields)[role]);
    for (const auto& [verb, gather] : {std::pair("keep ", RecipeProperty::Gather::first), std::pair("join ", RecipeProperty::Gather::join),
                                       std::pair("sum ", RecipeProperty::Gather::sum)}) {
      if (!key.starts_with(verb)) continue;
      auto& properties = event ? event->properties : recipe_.properties;
      properties.push_back({std::string(without_blanks(key.substr(key.find(' ')))), {}, gather});
      return take_value(value, properties.back().value);
    }
    if (event && key == "if") return take_condition(value, event->conditions.emplace_back());
    if (!event) return take_head(key, value);
    return complaint(msg("events.recipe_key", {{"key", std::string(key)}}));
  }

  Outcome take_head(std::string_view key, std::string_view value) {
    if (key == "recipe") {
      versioned_ = value == "1";
      return versioned_ ? Outcome(Done{}) : complaint(msg("events.recipe_version", {{"version", std::string(value)}}));
    }
    if (key == "name.fr") return recipe_.name.fr = value, Done{};
    if (key == "name.en") return recipe_.name.en = value, Done{};
    if (key == "zone") return recipe_.zone = value, Done{};
    if (key == "merge") return take_value(value, recipe_.merge);
    if (key == "link") return take_value(value, recipe_.links.emplace_back());
    if (key == "scale") {
      recipe_.scale = scale_of(value);
      return recipe_.scale ? Outcome(Done{}) : complaint(msg("events.recipe_line", {{"text", std::string(value)}}));
    }
    if (key == "channels") return take_channels(value);
    if (key != "tells" && key != "unfold") return complaint(msg("events.recipe_key", {{"key", std::string(key)}}));
    std::vector<std::string> names;
    for (const std::string& name : parts_of(value, ",")) names.push_back(plain_name(name));
    if (key == "tells") recipe_.tells.push_back(std::move(names));
    else recipe_.unfold.insert(recipe_.unfold.end(), names.begin(), names.end());
    return Done{};
  }

  Outcome take_channels(std::string_view value) {
    for (const std::string& pair : parts_of(value, ",")) {
      const std::size_t colon = pair.find(':');
      if (colon == std::string::npos) return complaint(msg("events.recipe_line", {{"text", pair}}));
      recipe_.channels[folded_ascii(without_blanks(std::string_view(pair).substr(0, colon)))] =
          without_blanks(std::string_view(pair).substr(colon + 1));
    }
    return Done{};
  }

  Outcome take_value(std::string_view text, RecipeValue& value) {
    for (const std::string& alternative : parts_of(text, " | ")) {
      auto& pieces = value.alternatives.emplace_back();
      std::string_view rest = alternative;
      while (!rest.empty()) {
        const std::size_t open = std::min(rest.find('['), rest.size());
        if (open > 0) pieces.push_back({std::string(rest.substr(0, open)), {}, {}});
        rest.remove_prefix(open);
        if (rest.empty()) break;
        const std::size_t close = rest.find(']');
        if (close == std::string_view::npos) return complaint(msg("events.recipe_line", {{"text", std::string(text)}}));
        const std::string_view name = rest.substr(1, close - 1);
        pieces.push_back({{}, plain_pattern(name), std::string(name)});
        rest.remove_prefix(close + 1);
      }
      if (pieces.empty()) return complaint(msg("events.recipe_line", {{"text", std::string(text)}}));
    }
    return Done{};
  }

  Outcome take_condition(std::string_view text, RecipeCondition& condition) {
    using Kind = RecipeCondition::Kind;
    for (const auto& [mark, kind] : {std::pair(" is filled", Kind::filled), std::pair(" is empty", Kind::empty)})
      if (text.ends_with(mark)) {
        condition.kind = kind;
        return take_value(text.substr(0, text.size() - std::string_view(mark).size()), condition.value);
      }
    for (const auto& [mark, kind] : {std::pair(" is not ", Kind::is_not), std::pair(" is ", Kind::is), std::pair(" above ", Kind::above)}) {
      const std::size_t at = text.find(mark);
      if (at == std::string_view::npos) continue;
      condition.kind = kind;
      const std::string_view right = text.substr(at + std::string_view(mark).size());
      for (const std::string& word : parts_of(right, ",")) condition.words.push_back(folded_ascii(word));
      if (kind == Kind::above) {
        const auto limit = parse_number(right);
        if (!limit) return complaint(msg("events.recipe_line", {{"text", std::string(text)}}));
        condition.limit = *limit;
      }
      return take_value(text.substr(0, at), condition.value);
    }
    return complaint(msg("events.recipe_line", {{"text", std::string(text)}}));
  }

  std::string_view text_;
  std::string file_;
  Recipe recipe_;
  std::uint32_t line_ = 0;
  bool versioned_ = false;
};

}  // namespace

Result<Recipe> parse_recipe(std::string_view text, const std::string& file, const std::string& id) { return RecipeParser(text, file, id).parse(); }

}  // namespace parcours

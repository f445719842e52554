#include "map/keys.h"

namespace parcours {
namespace {

using Kind = YamlNode::Kind;

// `match: none` says that the touchpoint is out of sight.
Key<Touchpoint> match_key() {
  auto rule = rule_type();
  const Shape none = one_of_words({"none"}).shape;
  return {"match", either({none, rule.shape}), [rule](Reader& reader, const YamlNode& node, Touchpoint& out) {
            if (node.kind == Kind::scalar && node.text == "none") out.out_of_sight = true;
            else rule.read(reader, node, out.match);
          }};
}

Key<Touchpoint> moment_of_truth_key() {
  return key<Touchpoint>("moment_of_truth", &Touchpoint::moment_of_truth,
                         mapping<MomentOfTruth>("moment_of_truth", {required(key<MomentOfTruth>("promise", &MomentOfTruth::promise, local_text()))}));
}

Key<Touchpoint> backstage_key() {
  return key<Touchpoint>("backstage", &Touchpoint::backstage,
                         mapping<Backstage>("backstage", {key<Backstage>("team", &Backstage::team, local_text()),
                                                          key<Backstage>("system", &Backstage::system, local_text()),
                                                          key<Backstage>("text", &Backstage::text, local_text())}));
}

// A picture lies below the workspace: no absolute path, no way up, no address.
bool is_picture_path(std::string_view path) {
  if (path.empty() || path.front() == '/' || path.find('\\') != std::string_view::npos || path.find(':') != std::string_view::npos) return false;
  return path != ".." && !path.starts_with("../") && path.find("/../") == std::string_view::npos && !path.ends_with("/..");
}

void check_touchpoint(Reader& reader, const YamlNode& node, Touchpoint& touchpoint) {
  const YamlNode* why = reader.tree().find(node, "why");
  if (touchpoint.out_of_sight && touchpoint.why.empty())
    reader.complain(*reader.tree().find(node, "match"), "missing-why", msg("map.missing_why"), msg("map.missing_why_hint"));
  if (!touchpoint.out_of_sight && why && !why->is_null())
    reader.complain_at_handle(*why, "needless-why", msg("map.needless_why"), msg("map.needless_why_hint"), Severity::warning);
}

// A text, or {text: …, by: PERSONA}; one of them or a list.
Type<std::vector<CustomerWords>> customer_words() {
  auto plain = local_text();
  auto full = mapping<CustomerWords>("words", {required(key<CustomerWords>(
                                                   "text", [](CustomerWords& words) -> LocalText& { return words; }, plain)),
                                               key<CustomerWords>("by", &CustomerWords::by, reference(IdKind::persona))});
  const Type<CustomerWords> one = {either({plain.shape, full.shape}), [plain, full](Reader& reader, const YamlNode& node, CustomerWords& out) {
                                     const auto& tree = reader.tree();
                                     const bool bare = node.kind != Kind::mapping || tree.find(node, "fr") || tree.find(node, "en");
                                     return (bare ? plain.read(reader, node, out) : full.read(reader, node, out)) && !out.empty();
                                   }};
  const auto many = list(one);
  return {either({one.shape, many.shape}), [one, many](Reader& reader, const YamlNode& node, std::vector<CustomerWords>& out) {
            if (node.kind == Kind::list) return many.read(reader, node, out);
            if (CustomerWords words; one.read(reader, node, words)) out.push_back(std::move(words));
            return true;
          }};
}

}  // namespace

Type<std::string> picture_path() { return pattern(R"(^(?!/)(?!.*(^|/)\.\.(/|$))[^:\\]+$)", is_picture_path, msg("map.expected.picture")); }

Type<Touchpoint> touchpoint_type() {
  using T = Touchpoint;
  return mapping<T>("touchpoint",
                    {required(key<T>("id", &T::id, declared_id(IdKind::touchpoint))),
                     required(key<T>("name", &T::name, local_text())),
                     key<T>("channel", &T::channel, plain_id()),
                     key<T>("starts", &T::starts, choice<Initiator>({Initiator::customer, Initiator::company})),
                     key<T>("served_by", &T::served_by, choice<ServedBy>({ServedBy::person, ServedBy::self, ServedBy::machine})),
                     match_key(),
                     key<T>("why", &T::why, local_text()),
                     key<T>("failure", &T::failure, rule_type()),
                     key<T>("does", &T::does, customer_words()),
                     key<T>("wants", &T::wants, customer_words()),
                     key<T>("asks", &T::asks, customer_words()),
                     key<T>("says", &T::says, customer_words()),
                     key<T>("emotion", &T::emotions, emotion_type()),
                     moment_of_truth_key(),
                     key<T>("friction", &T::frictions, friction_type()),
                     key<T>("figures", &T::figures, figures_type()),
                     backstage_key(),
                     key<T>("lanes", &T::lanes, lane_texts_type()),
                     key<T>("images", &T::images, list(picture_path())),
                     key<T>("optional", &T::optional, flag()),
                     key<T>("repeatable", &T::repeatable, flag()),
                     key<T>("alternative", &T::alternative, plain_id()),
                     key<T>("opens", &T::opens, map_id()),
                     key<T>("importance", &T::importance, integer(1, 5)),
                     key<T>("priority", &T::priority, integer(1, 5))},
                    check_touchpoint);
}

}  // namespace parcours

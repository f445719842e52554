#include "base/files.h"
#include "map/keys.h"
#include "map/slips.h"

namespace parcours {
namespace {

using Kind = YamlNode::Kind;

struct Days {
  std::optional<int> min, max;
};

constexpr int kMostDays = 3650;

// `days: 3` or `days: [3, 5]`.
Type<Days> days_type() {
  auto one = integer(0, kMostDays);
  auto two = list(one);
  return {either({one.shape, two.shape}), [one, two](Reader& reader, const YamlNode& node, Days& out) {
            std::vector<int> days(1);
            if (const auto meant = node.kind == Kind::scalar ? range_hint(node.text) : std::nullopt)
              return reader.complain(node, "bad-when", msg("map.when.days"), meant), false;
            if (node.kind != Kind::list) {
              if (!one.read(reader, node, days.front())) return false;
            } else if (days.clear(), !two.read(reader, node, days)) {
              return false;
            }
            const bool written_well = node.kind != Kind::list || node.children.size() == 2;
            if (!written_well || (days.size() == 2 && days[0] > days[1])) {
              reader.complain(node, "bad-when", msg("map.when.days"), msg("map.when.days_hint"));
              return false;
            }
            if (days.empty()) return false;
            out.min = days.front(), out.max = days.back();
            return true;
          }};
}

void check_when(Reader& reader, const YamlNode& node, When& when) {
  const YamlTree& tree = reader.tree();
  const auto there = [&](const char* key) { return tree.find(node, key) != nullptr; };
  const int forms = there("start") + there("after") + there("before_target");
  if (forms > 1 || (forms == 0 && node.children.empty()))
    reader.complain_at_handle(node, "bad-when", msg("map.when.one_form"), msg("map.when.one_form_hint"));
  if (there("end") && !there("start")) reader.complain_at_handle(*tree.find(node, "end"), "bad-when", msg("map.when.end_without_start"));
  if (there("days") && !there("after"))
    reader.complain_at_handle(*tree.find(node, "days"), "bad-when", msg("map.when.days_without_after"), msg("map.when.days_without_after_hint"));
  if (when.start && when.end && *when.end < *when.start) {
    reader.complain(*tree.find(node, "end"), "bad-when", msg("map.when.end_before_start"));
    when.end.reset();
  }
}

Key<Stage> contents_key() {
  return key<Stage>(
      "contents", &Stage::contents,
      list(mapping<Content>("content", {key<Content>("kind", &Content::kind, word()), required(key<Content>("text", &Content::text, local_text())),
                                        key<Content>("via", &Content::via, list(reference(IdKind::touchpoint))),
                                        key<Content>("lead_time", &Content::lead_time, duration())})));
}

// A step is a text, or {text: …, touchpoint: ID}.
Key<Stage> buyer_key() {
  auto plain = local_text();
  auto full = mapping<BuyerStep>("buyer_step", {required(key<BuyerStep>("text", &BuyerStep::text, plain)),
                                                key<BuyerStep>("touchpoint", &BuyerStep::touchpoint, reference(IdKind::touchpoint))});
  const Type<BuyerStep> step = {either({plain.shape, full.shape}), [plain, full](Reader& reader, const YamlNode& node, BuyerStep& out) {
                                  const auto& tree = reader.tree();
                                  const bool local = node.kind != Kind::mapping || tree.find(node, "fr") || tree.find(node, "en");
                                  return local ? plain.read(reader, node, out.text) : full.read(reader, node, out);
                                }};
  return key<Stage>("buyer", &Stage::buyer, list(step));
}

}  // namespace

Type<std::string> map_id() {
  const auto id = plain_id();
  return {id.shape, [id](Reader& reader, const YamlNode& node, std::string& out) {
            const bool names_file = node.kind == Kind::scalar && (node.text.ends_with(".yaml") || node.text.ends_with(".yml"));
            if (!names_file) return id.read(reader, node, out);
            reader.complain(node, "bad-id", msg("map.opens.file"), msg("map.opens.file_hint", {{"map", stem_of(node.text)}}));
            return false;
          }};
}

Type<When> when_type() {
  using W = When;
  auto days = days_type();
  Key<W> days_key = {"days", days.shape, [days](Reader& reader, const YamlNode& node, W& out) {
                       Days read;
                       if (days.read(reader, node, read)) out.days_min = read.min, out.days_max = read.max;
                     }};
  return mapping<W>("when",
                    {key<W>("start", &W::start, date()), key<W>("end", &W::end, date()), key<W>("after", &W::after, reference(IdKind::stage)),
                     days_key, key<W>("before_target", &W::before_target, duration()), key<W>("lasts", &W::lasts, duration())},
                    check_when);
}

Type<Stage> stage_type() {
  using S = Stage;
  return mapping<S>(
      "stage",
      {required(key<S>("id", &S::id, declared_id(IdKind::stage))), required(key<S>("name", &S::name, local_text())),
       required(key<S>("phase", &S::phase, choice<Phase>({Phase::before, Phase::during, Phase::after}))), key<S>("objective", &S::objective, word()),
       key<S>("importance", &S::importance, integer(1, 5)), key<S>("when", &S::when, when_type()), key<S>("how", &S::how, local_text()),
       contents_key(), buyer_key(), key<S>("emotion", &S::emotions, emotion_type()), key<S>("lanes", &S::lanes, lane_texts_type()),
       key<S>("touchpoints", &S::touchpoints, list(touchpoint_type())), key<S>("leads_to", &S::leads_to, reference(IdKind::stage)),
       key<S>("opens", &S::opens, map_id()), key<S>("repeatable", &S::repeatable, flag())});
}

}  // namespace parcours

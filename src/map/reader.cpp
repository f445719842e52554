#include "map/reader.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/listed.h"
#include "base/suggest.h"

namespace parcours {
namespace {

Message name_of(IdKind kind) {
  switch (kind) {
    case IdKind::stage: return msg("map.id.stage");
    case IdKind::touchpoint: return msg("map.id.touchpoint");
    case IdKind::friction: return msg("map.id.friction");
    case IdKind::action: return msg("map.id.action");
    case IdKind::persona: return msg("map.id.persona");
    case IdKind::channel: return msg("map.id.channel");
    case IdKind::stakeholder: return msg("map.id.stakeholder");
    case IdKind::lane: return msg("map.id.lane");
    case IdKind::anything: return msg("map.id.anything");
  }
  return msg("map.id.anything");
}

Message a_kind(IdKind kind) {
  switch (kind) {
    case IdKind::stage: return msg("map.a_kind.stage");
    case IdKind::touchpoint: return msg("map.a_kind.touchpoint");
    case IdKind::friction: return msg("map.a_kind.friction");
    case IdKind::action: return msg("map.a_kind.action");
    case IdKind::persona: return msg("map.a_kind.persona");
    case IdKind::channel: return msg("map.a_kind.channel");
    case IdKind::stakeholder: return msg("map.a_kind.stakeholder");
    case IdKind::lane: return msg("map.a_kind.lane");
    case IdKind::anything: break;
  }
  return name_of(kind);
}

bool fits(IdKind wanted, IdKind there) {
  const bool is_of_journey = there == IdKind::stage || there == IdKind::touchpoint || there == IdKind::friction || there == IdKind::action;
  return wanted == there || (wanted == IdKind::anything && is_of_journey);
}

Message found(const YamlNode& node) {
  if (node.is_null()) return msg("map.found.nothing");
  if (node.kind == YamlNode::Kind::list) return msg("map.found.list");
  if (node.kind == YamlNode::Kind::mapping) return msg("map.found.mapping");
  if (node.text.size() > 60 || node.text.find('\n') != std::string::npos) return msg("map.found.text");
  return msg("map.found.value", {{"value", node.text}});
}

constexpr std::array kAllKinds = {IdKind::stage,   IdKind::touchpoint, IdKind::friction,    IdKind::action,
                                  IdKind::persona, IdKind::channel,    IdKind::stakeholder, IdKind::lane};

constexpr std::size_t kMostCandidates = 300;
constexpr std::size_t kMostListed = 8;

}  // namespace

std::optional<Message> did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  const auto best = nearest(word, std::span<const std::string>(candidates.data(), std::min(candidates.size(), kMostCandidates)));
  if (!best) return std::nullopt;
  return msg("map.did_you_mean", {{"word", *best}});
}

void Reader::complain(const YamlNode& at, std::string code, Message message, std::optional<Message> hint, Severity severity) {
  out_.add(severity, std::move(code), std::move(message), std::move(hint), at.begin, at.end);
}

void Reader::complain_at_handle(const YamlNode& at, std::string code, Message message, std::optional<Message> hint, Severity severity) {
  complain(tree_.handle_of(at), std::move(code), std::move(message), std::move(hint), severity);
}

void Reader::wrong_type(const YamlNode& at, Message expected, std::optional<Message> hint) {
  const std::string name = shown(tree_.name_of(at));
  // A value that is not written is shown by its key.
  const YamlNode& place = at.begin == at.end ? tree_.handle_of(at) : at;
  if (name.empty())
    return complain(place, "wrong-type", msg("map.wrong_type_file", {{"expected", nested(std::move(expected))}, {"found", nested(found(at))}}),
                    std::move(hint));
  complain(place, "wrong-type", msg("map.wrong_type", {{"key", name}, {"expected", nested(std::move(expected))}, {"found", nested(found(at))}}),
           std::move(hint));
}

void Reader::check_ids() {
  std::map<std::pair<IdKind, std::string_view>, int> first;
  for (const auto& [kind, index] : declared_) {
    const YamlNode& node = tree_.node(index);
    const auto [at, is_new] = first.try_emplace({kind, node.text}, index);
    if (is_new) continue;
    const std::string line = full() ? "" : std::to_string(out_.line_of(tree_.node(at->second).begin));
    complain(node, "duplicate-id", msg("map.duplicate_id", {{"kind", nested(name_of(kind))}, {"id", shown(node.text)}}),
             msg("map.duplicate_id_hint", {{"line", line}}));
  }
  for (const auto& [wanted, index] : referred_) {
    const bool there = std::any_of(kAllKinds.begin(), kAllKinds.end(), [&, wanted = wanted, index = index](IdKind kind) {
      return fits(wanted, kind) && first.contains({kind, tree_.node(index).text});
    });
    if (!there) complain_of_reference(wanted, tree_.node(index));
  }
}

void Reader::complain_of_reference(IdKind wanted, const YamlNode& node) {
  std::optional<Message> hint;
  std::vector<std::string> candidates;
  for (const auto& [kind, index] : declared_) {
    if (full()) break;
    const std::string& id = tree_.node(index).text;
    if (id == node.text) hint = msg("map.is_another_kind", {{"id", id}, {"kind", nested(a_kind(kind))}});
    if (fits(wanted, kind) && std::find(candidates.begin(), candidates.end(), id) == candidates.end()) candidates.push_back(id);
    if (candidates.size() >= kMostCandidates) break;
  }
  if (!hint) hint = did_you_mean(node.text, candidates);
  if (!hint && wanted == IdKind::persona) hint = msg("map.declare_persona", {{"id", shown(node.text)}});
  if (!hint && !candidates.empty() && candidates.size() <= kMostListed) hint = msg("map.known_values", {{"choices", listed(candidates)}});
  complain(node, "unknown-reference", msg("map.unknown_reference", {{"kind", nested(name_of(wanted))}, {"id", shown(node.text)}}), std::move(hint));
}

}  // namespace parcours

// libfyaml's events -> YamlTree. The library is asked for tokens and their bytes only; keys, aliases and limits are judged here.
#include <algorithm>
#include <cassert>
#include <memory>
#include <unordered_map>

#include <libfyaml.h>

#include "base/suggest.h"
#include "map/complaints.h"
#include "map/map_file.h"
#include "map/yaml_complaint.h"
#include "map/yaml_tree.h"

namespace parcours {
namespace {

using Kind = YamlNode::Kind;
using Style = YamlNode::Style;

struct DiagFree {
  void operator()(fy_diag* d) const { fy_diag_destroy(d); }
};
struct ParserFree {
  void operator()(fy_parser* p) const { fy_parser_destroy(p); }
};

struct IterFree {
  void operator()(fy_token_iter* iter) const { fy_token_iter_destroy(iter); }
};

// By chunks: fy_token_get_text leaks some of a quoted scalar that has many (libfyaml 0.7.12).
std::string content_of(fy_token* token) {
  std::string content;
  const std::unique_ptr<fy_token_iter, IterFree> iter(fy_token_iter_create(token));
  if (!iter) return content;
  int error = 0;
  const fy_iter_chunk* chunk = nullptr;
  while ((chunk = fy_token_iter_chunk_next(iter.get(), chunk, &error))) content.append(chunk->str, chunk->len);
  return content;
}

Style style_of(fy_scalar_style style) {
  switch (style) {
    case FYSS_SINGLE_QUOTED: return Style::single_quoted;
    case FYSS_DOUBLE_QUOTED: return Style::double_quoted;
    case FYSS_LITERAL: return Style::literal;
    case FYSS_FOLDED: return Style::folded;
    default: return Style::plain;
  }
}

class TreeBuilder {
 public:
  TreeBuilder(const std::string& file, std::string_view text, std::size_t offset, YamlReading& out)
      : text_(text), offset_(offset), out_(out), complaints_(file, text, out.diagnostics) {}

  // False when there is no use in going on.
  bool take(const fy_event& event) {
    switch (event.type) {
      case FYET_STREAM_END: ended_ = true; return true;
      case FYET_DOCUMENT_START: return begin_document(event);
      case FYET_MAPPING_START:
        return begin_collection(Kind::mapping, event.mapping_start.mapping_start, event.mapping_start.anchor, event.mapping_start.tag);
      case FYET_SEQUENCE_START:
        return begin_collection(Kind::list, event.sequence_start.sequence_start, event.sequence_start.anchor, event.sequence_start.tag);
      case FYET_MAPPING_END: return end_collection(event.mapping_end.mapping_end);
      case FYET_SEQUENCE_END: return end_collection(event.sequence_end.sequence_end);
      case FYET_SCALAR: return take_scalar(event.scalar.value, event.scalar.anchor, event.scalar.tag);
      case FYET_ALIAS: return take_alias(event.alias.anchor);
      default: return true;
    }
  }

  bool ended() const { return ended_; }
  std::size_t cursor() const { return cursor_; }
  // Where the innermost bracket or brace that is still open stands.
  std::optional<std::size_t> open_bracket() const {
    for (auto at = stack_.rbegin(); at != stack_.rend(); ++at)
      if (node(*at).is_flow()) return node(*at).begin;
    return std::nullopt;
  }
  void close_all() {
    while (!stack_.empty()) finish_top();
  }

 private:
  YamlNode& node(int i) { return out_.tree.nodes[static_cast<std::size_t>(i)]; }
  const YamlNode& node(int i) const { return out_.tree.nodes[static_cast<std::size_t>(i)]; }

  bool refuse(std::string code, Message message, std::size_t begin, std::size_t end, std::optional<Message> hint = {}) {
    complaints_.add(Severity::error, std::move(code), std::move(message), std::move(hint), begin, end);
    return false;
  }

  std::size_t begin_of(fy_token* token) const { return fy_token_start_mark(token)->input_pos + offset_; }
  std::size_t end_of(fy_token* token) const { return fy_token_end_mark(token)->input_pos + offset_; }

  bool begin_document(const fy_event& event) {
    if (fy_token* token = event.document_start.document_start) cursor_ = std::max(cursor_, end_of(token));
    if (!std::exchange(in_document_, true)) return true;
    return refuse("yaml-several-documents", msg("map.yaml.several_documents"), cursor_, cursor_, msg("map.yaml.several_documents_hint"));
  }

  // Anchors and tags are refused, but reading goes on: each is shown.
  void refuse_marks(fy_token* anchor, fy_token* tag) {
    if (anchor) {
      const std::size_t begin = begin_of(anchor);
      refuse("yaml-anchor", msg("map.yaml.anchor"), begin > 0 && text_[begin - 1] == '&' ? begin - 1 : begin, end_of(anchor),
             msg("map.yaml.anchor_hint"));
      cursor_ = std::max(cursor_, end_of(anchor));
    }
    if (tag) {
      refuse("yaml-tag", msg("map.yaml.tag"), begin_of(tag), end_of(tag), msg("map.yaml.tag_hint"));
      cursor_ = std::max(cursor_, end_of(tag));
    }
  }

  bool take_alias(fy_token* name) {
    const std::size_t begin = begin_of(name) - (begin_of(name) > 0 && text_[begin_of(name) - 1] == '*' ? 1 : 0);
    refuse("yaml-anchor", msg("map.yaml.anchor"), begin, end_of(name), msg("map.yaml.anchor_hint"));
    cursor_ = end_of(name);
    return attach(Kind::scalar, Style::plain, begin, cursor_) >= 0;
  }

  bool take_scalar(fy_token* value, fy_token* anchor, fy_token* tag) {
    refuse_marks(anchor, tag);
    const auto [style, begin, end] = scalar_bytes(value);
    const int index = attach(value && fy_token_start_mark(value) ? Kind::scalar : Kind::null, style, begin, end);
    if (index < 0) return false;
    if (value) node(index).text = content_of(value);
    cursor_ = std::max(cursor_, end);
    if (was_key_) return check_key(index);
    return true;
  }

  struct Bytes {
    Style style;
    std::size_t begin, end;
  };

  // The library's marks leave out quotes and block headers.
  Bytes scalar_bytes(fy_token* value) const {
    if (!value || !fy_token_start_mark(value)) return {Style::plain, null_position(), null_position()};
    const Style style = style_of(fy_token_scalar_style(value));
    std::size_t begin = begin_of(value), end = std::min(end_of(value), text_.size());
    if (style == Style::single_quoted || style == Style::double_quoted) return {style, begin - 1, std::min(end + 1, text_.size())};
    if (style == Style::literal || style == Style::folded) {
      const char indicator = style == Style::literal ? '|' : '>';
      begin = find_outside_comments(indicator, cursor_, begin);
      const bool keeps = text_.substr(begin, std::min(text_.find('\n', begin), text_.size()) - begin).find('+') != std::string_view::npos;
      if (keeps && end > begin && text_[end - 1] == '\n') return {style, begin, end - 1};
      while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r' || text_[end - 1] == ' ' || text_[end - 1] == '\t')) --end;
    }
    return {style, begin, end};
  }

  // Where a value that is not written would stand: behind its key's colon or its dash.
  std::size_t null_position() const {
    if (stack_.empty()) return cursor_;
    const YamlNode& parent = node(stack_.back());
    if (parent.kind == Kind::list) return parent.is_flow() ? cursor_ : std::min(dash_after_cursor(parent) + 1, text_.size());
    if (pending_key_.back() < 0) return cursor_;
    const auto after = text_.find_first_not_of(" \t", cursor_);
    return after != std::string_view::npos && text_[after] == ':' ? after + 1 : cursor_;
  }

  std::size_t find_outside_comments(char wanted, std::size_t from, std::size_t limit) const {
    for (std::size_t i = from; i < limit && i < text_.size(); ++i) {
      if (text_[i] == wanted) return i;
      const bool comment = text_[i] == '#' && (i == 0 || text_[i - 1] == ' ' || text_[i - 1] == '\t' || text_[i - 1] == '\n');
      if (comment) i = std::min(text_.find('\n', i), text_.size() - 1);
    }
    return std::min(from, limit);
  }

  std::size_t dash_after_cursor(const YamlNode& list) const { return find_outside_comments('-', std::max(cursor_, list.begin), text_.size()); }

  // Hangs a new node below the innermost open one; as a key when that is a mapping waiting for one. -1: a limit is passed.
  int attach(Kind kind, Style style, std::size_t begin, std::size_t end) {
    was_key_ = false;
    if (out_.tree.nodes.size() >= kMaxYamlNodes) {
      refuse("too-many-elements", msg("map.yaml.too_many", {{"limit", static_cast<std::int64_t>(kMaxYamlNodes)}}), begin, begin);
      return -1;
    }
    const int index = static_cast<int>(out_.tree.nodes.size());
    YamlNode made;
    made.kind = kind, made.style = style, made.begin = begin, made.end = end, made.lead = begin;
    made.parent = stack_.empty() ? -1 : stack_.back();
    out_.tree.nodes.push_back(std::move(made));
    if (stack_.empty()) return index;
    YamlNode& parent = node(stack_.back());
    if (parent.kind == Kind::mapping && pending_key_.back() < 0) {
      pending_key_.back() = index;
      was_key_ = true;
      return index;
    }
    YamlNode& child = node(index);
    child.index = static_cast<int>(parent.children.size());
    if (parent.kind == Kind::mapping) {
      child.key = std::exchange(pending_key_.back(), -1);
      child.lead = node(child.key).begin;
    } else if (!parent.is_flow()) {
      child.lead = dash_after_cursor(parent);
    }
    parent.children.push_back(index);
    return index;
  }

  bool check_key(int index) {
    const YamlNode& key = node(index);
    auto& seen = seen_keys_.back();
    const auto [at, is_new] = seen.try_emplace(key.text, index);
    if (!is_new) {
      const std::string line = complaints_.full() ? "" : std::to_string(complaints_.line_of(node(at->second).begin));
      refuse("duplicate-key", msg("map.yaml.duplicate_key", {{"key", shown(key.text)}}), key.begin, key.end,
             msg("map.yaml.duplicate_key_hint", {{"line", line}}));
    }
    return true;
  }

  bool begin_collection(Kind kind, fy_token* token, fy_token* anchor, fy_token* tag) {
    refuse_marks(anchor, tag);
    const std::size_t begin = token ? begin_of(token) : cursor_, end = token ? end_of(token) : cursor_;
    const bool flow = token && end > begin;
    if (stack_.size() >= static_cast<std::size_t>(kMaxMapDepth))
      return refuse("too-deep", msg("map.yaml.too_deep", {{"limit", std::int64_t{kMaxMapDepth}}}), begin, begin + 1);
    const int index = attach(kind, flow ? Style::flow : Style::block, begin, end);
    if (index < 0) return false;
    if (was_key_) return refuse("yaml-complex-key", msg("map.yaml.complex_key"), begin, begin + 1);
    if (flow) cursor_ = end;
    stack_.push_back(index);
    pending_key_.push_back(-1);
    seen_keys_.emplace_back();
    return true;
  }

  bool end_collection(fy_token* token) {
    const int index = stack_.back();
    if (token && node(index).is_flow()) {
      finish_top();
      node(index).end = end_of(token);
      cursor_ = std::max(cursor_, node(index).end);
    } else {
      finish_top();
    }
    return true;
  }

  void finish_top() {
    YamlNode& top = node(stack_.back());
    if (!top.children.empty()) {
      const YamlNode& first = node(top.children.front());
      if (!top.is_flow()) top.begin = first.lead;
      top.end = std::max(top.begin, node(top.children.back()).end);
    }
    if (top.parent >= 0 && top.key < 0 && node(top.parent).is_flow()) top.lead = top.begin;
    stack_.pop_back();
    pending_key_.pop_back();
    seen_keys_.pop_back();
  }

  std::string_view text_;
  std::size_t offset_;  // of what the library sees: behind a byte order mark
  YamlReading& out_;
  Complaints complaints_;
  std::vector<int> stack_;        // the open collections
  std::vector<int> pending_key_;  // of each: the key whose value comes next, or -1
  std::vector<std::unordered_map<std::string, int>> seen_keys_;
  bool was_key_ = false;    // what was attached last is a key
  std::size_t cursor_ = 0;  // the end of the last token
  bool in_document_ = false, ended_ = false;
};

// The library's account of what stopped it; nothing when it reached the end or was stopped by us.
std::optional<YamlError> read_events(fy_parser* parser, TreeBuilder& builder, fy_diag* diag, YamlReading& out) {
  bool stopped = false;
  while (fy_event* event = fy_parser_parse(parser)) {
    const bool go_on = builder.take(*event);
    fy_parser_event_free(parser, event);
    if (!go_on) {
      stopped = true;
      break;
    }
  }
  out.complete = !stopped && builder.ended();
  if (stopped || builder.ended()) return std::nullopt;
  void* previous = nullptr;
  const fy_diag_error* error = fy_diag_errors_iterate(diag, &previous);
  const std::string reason = error && error->msg ? error->msg : "";
  return YamlError{reason, error ? error->line : 0, error ? error->column : 0, builder.cursor(), builder.open_bracket()};
}

// `lenient`: a closing bracket may stand at the very left, as many write it. Not the first choice, for it finds unclosed quotes late.
std::optional<YamlError> read_document(const std::string& file, std::string_view text, bool lenient, YamlReading& out) {
  const std::size_t offset = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const std::string_view seen = text.substr(offset);
  if (seen.empty()) return std::nullopt;  // it would make the library wait for a file
  fy_diag_cfg diag_cfg;
  fy_diag_cfg_default(&diag_cfg);
  diag_cfg.fp = nullptr;
  diag_cfg.level = FYET_ERROR;
  diag_cfg.colorize = false;
  const std::unique_ptr<fy_diag, DiagFree> diag(fy_diag_create(&diag_cfg));
  fy_diag_set_collect_errors(diag.get(), true);
  fy_parse_cfg cfg{};
  cfg.flags =
      static_cast<fy_parse_cfg_flags>(FYPCF_QUIET | FYPCF_COLLECT_DIAG | FYPCF_DEFAULT_VERSION_1_2 | (lenient ? FYPCF_SLOPPY_FLOW_INDENTATION : 0));
  cfg.diag = diag.get();
  const std::unique_ptr<fy_parser, ParserFree> parser(fy_parser_create(&cfg));
  assert(parser);
  if (fy_parser_set_string(parser.get(), seen.data(), seen.size()) != 0) return YamlError{};
  TreeBuilder builder(file, text, offset, out);
  auto error = read_events(parser.get(), builder, diag.get(), out);
  builder.close_all();
  return error;
}

}  // namespace

YamlReading read_yaml(const std::string& file, std::string_view text) {
  YamlReading out;
  if (auto refused = refuse_bytes(file, text)) {
    out.diagnostics.push_back(std::move(*refused));
    out.complete = false;
    return out;
  }
  auto error = read_document(file, text, false, out);
  if (error && error->reason.find("flow mode") != std::string::npos) {
    YamlReading lenient;
    if (!read_document(file, text, true, lenient)) return lenient;
  }
  if (error) out.diagnostics.push_back(yaml_complaint(file, text, text.starts_with("\xEF\xBB\xBF") ? 3 : 0, *error));
  return out;
}

}  // namespace parcours

#include "events/xes_reader.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <deque>

#include <expat.h>

#include "events/complaint.h"
#include "events/number_form.h"
#include "events/window.h"

namespace parcours {
namespace {

constexpr int kXesDepthMax = 64;

std::string_view local_name(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is_attribute(std::string_view name) {
  static constexpr std::array<std::string_view, 8> kKinds = {"string", "date", "int", "float", "boolean", "id", "list", "container"};
  return std::find(kKinds.begin(), kKinds.end(), name) != kKinds.end();
}

// A JSON number where it is safely one; else the text as it stands.
Attribute attribute_of(std::string_view kind, std::string key, std::string_view value) {
  const bool number = (kind == "int" || kind == "float") && is_plain_number(value, '.') && value != "-0";
  return {std::move(key), std::string(value), number};
}

class XesReader final : public AttributeReader {
 public:
  XesReader(std::unique_ptr<ByteSource> source, std::string file, bool is_utf8, bool cut)
      : source_(std::move(source)), file_(std::move(file)), cut_(cut), parser_(XML_ParserCreate(is_utf8 ? "UTF-8" : nullptr)) {
    XML_SetUserData(parser_, this);
    XML_SetElementHandler(
        parser_, [](void* self, const char* name, const char** pairs) { static_cast<XesReader*>(self)->open(name, pairs); },
        [](void* self, const char* name) { static_cast<XesReader*>(self)->close(name); });
    XML_SetEntityDeclHandler(parser_, [](void* self, const char*, int, const char*, int, const char*, const char*, const char*, const char*) {
      static_cast<XesReader*>(self)->stop(msg("events.xml_entities"));
    });
  }
  XesReader(const XesReader&) = delete;
  XesReader& operator=(const XesReader&) = delete;
  ~XesReader() override { XML_ParserFree(parser_); }

  Result<bool> next(AttributeRow& row) override {
    while (ready_.empty()) {
      if (done_) return false;
      PARCOURS_CHECK(feed());
    }
    row = std::move(ready_.front());
    ready_.pop_front();
    return true;
  }
  std::optional<double> progress() const override { return source_->progress(); }

 private:
  Outcome feed() {
    static constexpr std::size_t kChunk = 1 << 16;
    void* buffer = XML_GetBuffer(parser_, kChunk);
    if (!buffer) return unreadable(msg("events.xml_broken"), msg("events.xml_broken_hint"), here());
    PARCOURS_TRY(const std::size_t n, source_->read(static_cast<char*>(buffer), kChunk));
    fed_ += n;
    if (n == 0) {
      done_ = true;
      if (cut_) return Done{};
    }
    if (XML_ParseBuffer(parser_, static_cast<int>(n), n == 0) == XML_STATUS_ERROR) return complaint();
    // A single tag or comment may not grow without end.
    const auto at = XML_GetCurrentByteIndex(parser_);
    if (at >= 0 && fed_ - std::min(fed_, static_cast<std::uint64_t>(at)) > kRowBytesMax + kChunk)
      return unreadable(msg("events.xml_long_tag", {{"limit", static_cast<std::int64_t>(kRowBytesMax >> 20)}}), std::nullopt, here());
    return Done{};
  }

  Failure complaint() const {
    const auto code = XML_GetErrorCode(parser_);
    if (stopped_) return unreadable(*stopped_, std::nullopt, here());
    if (code == XML_ERROR_UNKNOWN_ENCODING || code == XML_ERROR_INCORRECT_ENCODING)
      return unreadable(msg("events.xml_encoding"), std::nullopt, here());
    return unreadable(done_ ? msg("events.xml_truncated") : msg("events.xml_broken"), msg("events.xml_broken_hint"), here());
  }

  Place here() const {
    return {file_, static_cast<std::uint32_t>(XML_GetCurrentLineNumber(parser_)), static_cast<std::uint32_t>(XML_GetCurrentColumnNumber(parser_) + 1),
            0, 0};
  }

  void stop(Message why) {
    if (!stopped_) stopped_ = std::move(why);
    XML_StopParser(parser_, XML_FALSE);
  }

  void open(const char* full_name, const char** pairs) {
    const std::string_view name = local_name(full_name);
    if (++depth_ > kXesDepthMax) return stop(msg("events.xml_too_deep", {{"limit", std::int64_t{kXesDepthMax}}}));
    if (depth_ == 1 && name != "log") return stop(msg("events.not_xes", {{"element", std::string(name)}}));
    if (skipping_ > 0) return;
    if (depth_ == 2 && name == "trace") {
      in_trace_ = true;
      trace_.clear();
    } else if (name == "event" && !in_event_ && (depth_ == 2 || (depth_ == 3 && in_trace_))) {
      in_event_ = true;
      event_.clear();
      event_.line = static_cast<std::uint64_t>(XML_GetCurrentLineNumber(parser_));
      bytes_ = 0;
    } else if (is_attribute(name) && (in_trace_ || in_event_)) {
      add(name, pairs);
    } else if (depth_ > 1 && name != "values") {
      skipping_ = depth_;  // global, extension, classifier, attributes of the log
    }
  }

  void add(std::string_view kind, const char** pairs) {
    std::string_view key, value;
    for (; *pairs; pairs += 2) {
      if (std::strcmp(pairs[0], "key") == 0) key = pairs[1];
      if (std::strcmp(pairs[0], "value") == 0) value = pairs[1];
    }
    std::string name = paths_.empty() ? std::string(in_event_ ? "" : "case:") : paths_.back() + ".";
    name += key;
    paths_.push_back(name);
    auto& into = in_event_ ? event_.attributes : trace_;
    bytes_ += name.size() + value.size();
    if (bytes_ > kRowBytesMax || into.size() >= kColumnsMax)
      return stop(msg("events.xml_large_event", {{"limit", static_cast<std::int64_t>(kRowBytesMax >> 20)}}));
    if (kind != "list" && kind != "container") into.push_back(attribute_of(kind, std::move(name), value));
  }

  void close(const char* full_name) {
    const std::string_view name = local_name(full_name);
    const int depth = depth_--;
    if (skipping_ > 0) {
      if (skipping_ == depth) skipping_ = 0;
      return;
    }
    if (is_attribute(name) && !paths_.empty()) {
      paths_.pop_back();
    } else if (name == "event" && in_event_) {
      in_event_ = false;
      finish_event();
    } else if (name == "trace" && depth == 2) {
      in_trace_ = false;
    }
  }

  void finish_event() {
    if (in_trace_) event_.attributes.insert(event_.attributes.begin(), trace_.begin(), trace_.end());
    for (const Attribute& a : event_.attributes) {
      if (event_.raw.size() > 4096) break;
      event_.raw += (event_.raw.empty() ? "" : "; ") + a.key + "=" + a.value;
    }
    ready_.push_back(std::move(event_));
    event_ = {};
  }

  std::unique_ptr<ByteSource> source_;
  std::string file_;
  bool cut_, done_ = false;
  XML_Parser parser_;
  std::uint64_t fed_ = 0;
  std::optional<Message> stopped_;
  int depth_ = 0, skipping_ = 0;
  bool in_trace_ = false, in_event_ = false;
  std::vector<std::string> paths_;  // names of the attributes that are open
  std::vector<Attribute> trace_;    // of the open trace
  AttributeRow event_;              // the open event
  std::size_t bytes_ = 0;           // of its attributes
  std::deque<AttributeRow> ready_;
};

}  // namespace

std::unique_ptr<AttributeReader> read_xes(std::unique_ptr<ByteSource> source, std::string file, bool is_utf8, bool cut) {
  return std::make_unique<XesReader>(std::move(source), std::move(file), is_utf8, cut);
}

}  // namespace parcours

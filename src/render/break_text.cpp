#include <algorithm>
#include <mutex>
#include <unordered_map>

#include "render/other_fonts.h"
#include "render/scripts.h"
#include "render/type.h"
#include "render/utf8.h"

namespace parcours {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr double kOrphan = 0.3;  // a last line shorter than this part of the width

// Where the text may be cut (a middle dot keeps to the word before it): `width_before` is what stands left of `byte`, in scene units.
struct Cut {
  std::size_t byte = 0;
  double width_before = 0;
  bool good = false;     // behind a space, hyphen or slash; the others only in need
  bool letters = false;  // between two letters: a cut there shows a hyphen
};

class Breaker {
 public:
  Breaker(std::string_view text, const TextStyle& style) : text_(text), style_(style) { find_cuts(); }

  BrokenText lines(double width, int lines_max) {
    BrokenText out;
    broke_a_word_ = false;
    for (std::size_t from = 0; from < text_.size();) {
      if (text_[from] == ' ') {
        ++from;
        continue;
      }
      const bool last = lines_max > 0 && static_cast<int>(out.lines.size()) + 1 == lines_max;
      if (last && rest_width(from) > width) {
        out.lines.push_back(cut_line(from, width));
        out.cut = true;
        return out;
      }
      from = take_line(from, width, out);
    }
    return out;
  }

  bool broke_a_word() const { return broke_a_word_; }

 private:
  void find_cuts() {
    const Shaped glyphs = shape_text(text_, style_);
    double width = 0;
    std::size_t glyph = 0;
    char32_t before = 0;
    int word = 0;  // its characters so far: e-mail stays whole
    const std::vector<std::size_t> other = has_other_scripts() ? line_breaks(text_) : std::vector<std::size_t>{};
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t here = at;
      const char32_t c = next_character(text_, at);
      while (glyph < glyphs->size() && (*glyphs)[glyph].cluster < here) width += (*glyphs)[glyph++].advance * style_.size + style_.spacing;
      const bool starts_cluster = glyph < glyphs->size() && (*glyphs)[glyph].cluster == here;
      if (here > 0 && starts_cluster) {
        const bool good = (before == ' ' && c != 0xb7) || (before == '-' && word > 3 && is_letter(c)) ||
                          ((before == '/' || before == 0x2013) && is_letter(c)) ||
                          ((is_of_other_script(before) || is_of_other_script(c)) && std::binary_search(other.begin(), other.end(), here));
        const bool hyphenates = is_letter(before) && is_letter(c) && before < kOtherScripts && c < kOtherScripts;
        cuts_.push_back({here, width, good, hyphenates});
      }
      before = c;
      word = c == ' ' ? 0 : word + 1;
    }
    while (glyph < glyphs->size()) width += (*glyphs)[glyph++].advance * style_.size + style_.spacing;
    cuts_.push_back({text_.size(), width, true, false});
  }

  bool has_other_scripts() const {
    for (std::size_t at = 0; at < text_.size();)
      if (is_of_other_script(next_character(text_, at))) return true;
    return false;
  }

  double width_at(std::size_t byte) const {
    if (byte == 0) return 0;
    return std::lower_bound(cuts_.begin(), cuts_.end(), byte, [](const Cut& cut, std::size_t b) { return cut.byte < b; })->width_before;
  }
  double rest_width(std::size_t from) const { return cuts_.back().width_before - width_at(from); }

  std::string trimmed(std::size_t from, std::size_t to) const {
    std::string_view part = text_.substr(from, to - from);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    return std::string(part);
  }

  BrokenLine measured(std::string text) const {
    const double width = text_width(text, style_);
    return {std::move(text), width};
  }

  std::size_t take_line(std::size_t from, double width, BrokenText& out) {
    const double start = width_at(from);
    const Cut* best = nullptr;
    const Cut* need = nullptr;
    const double hyphen = text_width("-", style_);
    for (const Cut& cut : cuts_) {
      if (cut.byte <= from) continue;
      const std::string_view part = text_.substr(from, cut.byte - from);
      const double trailing = part.back() == ' ' ? text_width(" ", style_) : 0;
      if (cut.width_before - start - trailing > width) break;
      if (cut.good) best = &cut;
      if (cut.width_before - start + (cut.letters ? hyphen : 0) <= width) need = &cut;
    }
    if (best) {
      out.lines.push_back(measured(trimmed(from, best->byte)));
      return best->byte;
    }
    if (!need) need = &*std::find_if(cuts_.begin(), cuts_.end(), [&](const Cut& cut) { return cut.byte > from; });
    broke_a_word_ = true;
    const bool ends = need->byte == text_.size();
    out.lines.push_back(measured(trimmed(from, need->byte) + (need->letters && !ends ? "-" : "")));
    return need->byte;
  }

  BrokenLine cut_line(std::size_t from, double width) const {
    const double start = width_at(from), room = width - text_width(kEllipsis, style_);
    std::size_t to = from;
    for (const Cut& cut : cuts_)
      if (cut.byte > from && cut.width_before - start <= room) to = cut.byte;
    return measured(trimmed(from, to) + std::string(kEllipsis));
  }

  std::string_view text_;
  TextStyle style_;
  std::vector<Cut> cuts_;
  bool broke_a_word_ = false;
};

// Lines of like length: the narrowest width that takes no line more.
BrokenText balanced(Breaker& breaker, BrokenText best, double width, int lines_max) {
  double low = width / static_cast<double>(best.lines.size() + 1), high = width;
  for (int i = 0; i < 6; ++i) {
    const double middle = (low + high) / 2;
    BrokenText tried = breaker.lines(middle, lines_max);
    const bool fits = tried.lines.size() == best.lines.size() && !tried.cut && !breaker.broke_a_word();
    (fits ? high : low) = middle;
    if (fits) best = std::move(tried);
  }
  return best;
}

// The widest setting in as many lines whose last one does not stand alone; the text as it was when there is none.
BrokenText without_orphan(Breaker& breaker, BrokenText given, double width, int lines_max) {
  for (double narrower = 0.96; narrower >= 0.5; narrower -= 0.04) {
    BrokenText tried = breaker.lines(width * narrower, lines_max);
    if (tried.lines.size() != given.lines.size() || tried.cut || breaker.broke_a_word()) break;
    if (tried.lines.back().width >= kOrphan * width) return tried;
  }
  return given;
}

BrokenText break_anew(std::string_view text, const TextStyle& style, double width, int lines_max) {
  Breaker breaker(text, style);
  BrokenText given = breaker.lines(width, lines_max);
  if (given.lines.size() < 2 || given.cut) return given;
  if (style.weight != Weight::regular) return balanced(breaker, std::move(given), width, lines_max);
  const bool orphan = given.lines.back().width < kOrphan * width;
  return orphan ? without_orphan(breaker, std::move(given), width, lines_max) : given;
}

// Every card is set twice (once to know its height), and a studio draws the same words at each change.
struct BrokenBefore {
  std::mutex mutex;
  std::unordered_map<std::string, BrokenText> known;
};

std::string key_of(std::string_view text, const TextStyle& style, double width, int lines_max) {
  const double numbers[] = {style.size, style.spacing, width};
  std::string key(reinterpret_cast<const char*>(numbers), sizeof numbers);
  key += static_cast<char>('0' + static_cast<int>(style.weight) * 2 + style.italic);
  key += static_cast<char>(lines_max);
  return key.append(text);
}

}  // namespace

BrokenText break_text(std::string_view text, const TextStyle& style, double width, int lines_max) {
  constexpr std::size_t kRemembered = 20000;
  if (text.empty()) return {};
  static BrokenBefore memory;
  std::string key = key_of(text, style, width, lines_max);
  {
    const std::lock_guard lock(memory.mutex);
    if (const auto at = memory.known.find(key); at != memory.known.end()) return at->second;
  }
  BrokenText broken = break_anew(text, style, width, lines_max);
  const std::lock_guard lock(memory.mutex);
  if (memory.known.size() >= kRemembered) memory.known.clear();
  return memory.known.emplace(std::move(key), std::move(broken)).first->second;
}

}  // namespace parcours

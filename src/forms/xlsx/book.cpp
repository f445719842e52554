#include "forms/xlsx/book.h"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

namespace parcours {
namespace {

constexpr std::size_t kLongestCell = 32'000;   // bytes; a spreadsheet takes 32 767 characters
constexpr std::size_t kLongestProperty = 200;  // 255 are allowed

// The library only writes files: one that is no more than memory.
class MemoryFile {
 public:
  MemoryFile() : handle_(memfd_create("parcours", 0)) {}
  ~MemoryFile() {
    if (handle_ >= 0) close(handle_);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  bool fine() const { return handle_ >= 0; }
  std::string path() const { return "/proc/self/fd/" + std::to_string(handle_); }
  std::string content() const {
    std::string out(static_cast<std::size_t>(std::max<off_t>(lseek(handle_, 0, SEEK_END), 0)), '\0');
    return pread(handle_, out.data(), out.size(), 0) == static_cast<ssize_t>(out.size()) ? out : "";
  }

 private:
  int handle_;
};

std::string shortened(const std::string& text, std::size_t longest) {
  std::size_t end = std::min(text.size(), longest);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

void set_properties(lxw_workbook* book, std::string title, std::string comments) {
  char author[] = "Parcours";
  lxw_doc_properties properties = {};
  properties.title = title.data(), properties.author = author, properties.comments = comments.data();
  properties.created = 946'684'800;  // 1 January 2000: the same map gives the same bytes
  workbook_set_properties(book, &properties);
}

}  // namespace

Result<std::string> written_book(const std::string& title, const std::string& comments, const std::function<void(lxw_workbook*)>& fill) {
  const MemoryFile file;
  lxw_workbook* book = file.fine() ? workbook_new(file.path().c_str()) : nullptr;
  if (!book) return failure(msg("forms.cannot_archive", {{"reason", std::string("memfd")}}));
  set_properties(book, shortened(title, kLongestProperty), shortened(comments, kLongestProperty));
  fill(book);
  if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR)
    return failure(msg("forms.cannot_archive", {{"reason", std::string(lxw_strerror(error))}}));
  std::string content = file.content();
  if (content.empty()) return failure(msg("forms.cannot_archive", {{"reason", std::string("memfd")}}));  // where /proc leads elsewhere
  return content;
}

std::string fit_for_cell(const std::string& text) { return shortened(text, kLongestCell); }

std::uint32_t xlsx_colour(Colour c) { return (static_cast<std::uint32_t>(c.r) << 16) | (static_cast<std::uint32_t>(c.g) << 8) | c.b; }

}  // namespace parcours

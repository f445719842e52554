#include "events/xlsx/archive.h"

#include <zip.h>

#include "events/complaint.h"

namespace parcours {
namespace {

// Past so many bytes, no table written by a program unpacks to so many times its size.
constexpr std::uint64_t kBombFromBytes = std::uint64_t{64} << 20;
constexpr std::uint64_t kBombRatio = 400;

Failure broken(const std::string& name, const std::string& reason) {
  return unreadable(msg("events.zip_broken", {{"reason", reason}}), msg("events.zip_broken_hint"), {name});
}

}  // namespace

struct Archive::Handle {
  zip_t* zip = nullptr;
  std::string name;
  ~Handle() {
    if (zip) zip_discard(zip);
  }
};

struct WorkbookPart::Handle {
  zip_file_t* file = nullptr;
  std::string name, part;
  std::uint64_t packed = 0, size = 0, read = 0, bytes_max = 0;
  ~Handle() {
    if (file) zip_fclose(file);
  }
};

WorkbookPart::WorkbookPart(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}
WorkbookPart::WorkbookPart(WorkbookPart&&) noexcept = default;
WorkbookPart::~WorkbookPart() = default;

Result<std::size_t> WorkbookPart::read(char* into, std::size_t size) {
  Handle& h = *handle_;
  const zip_int64_t n = zip_fread(h.file, into, size);
  if (n < 0) return broken(h.name, zip_file_strerror(h.file));
  h.read += static_cast<std::uint64_t>(n);
  const bool bomb = h.read > kBombFromBytes && h.read / kBombRatio > h.packed;
  if (bomb || h.read > h.bytes_max)
    return unreadable(msg("events.zip_bomb", {{"part", h.part}, {"limit", static_cast<std::int64_t>((bomb ? kBombFromBytes : h.bytes_max) >> 20)}}),
                      msg("events.zip_bomb_hint"), {h.name});
  return static_cast<std::size_t>(n);
}

double WorkbookPart::progress() const {
  return handle_->size == 0 ? 1.0 : std::min(1.0, static_cast<double>(handle_->read) / static_cast<double>(handle_->size));
}

Archive::Archive(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Result<Archive> Archive::open(const std::string& path, const std::string& name) {
  auto handle = std::make_unique<Handle>();
  handle->name = name;
  int code = 0;
  handle->zip = zip_open(path.c_str(), ZIP_RDONLY, &code);
  if (handle->zip) return Archive(std::move(handle));
  zip_error_t error;
  zip_error_init_with_code(&error, code);
  Failure failed = broken(name, zip_error_strerror(&error));
  zip_error_fini(&error);
  return failed;
}

bool Archive::has(const std::string& part) const { return zip_name_locate(handle_->zip, part.c_str(), ZIP_FL_NOCASE) >= 0; }

Result<WorkbookPart> Archive::part(const std::string& part, std::uint64_t bytes_max) const {
  const zip_int64_t at = zip_name_locate(handle_->zip, part.c_str(), ZIP_FL_NOCASE);
  if (at < 0) return broken(handle_->name, part);
  zip_stat_t stat;
  zip_stat_init(&stat);
  auto opened = std::make_unique<WorkbookPart::Handle>();
  if (zip_stat_index(handle_->zip, static_cast<zip_uint64_t>(at), 0, &stat) == 0) opened->packed = stat.comp_size, opened->size = stat.size;
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
    return unreadable(msg("events.spreadsheet_protected"), msg("events.spreadsheet_protected_hint"), {handle_->name});
  opened->file = zip_fopen_index(handle_->zip, static_cast<zip_uint64_t>(at), 0);
  if (!opened->file) return broken(handle_->name, zip_strerror(handle_->zip));
  opened->name = handle_->name;
  opened->part = part;
  opened->bytes_max = bytes_max;
  return WorkbookPart(std::move(opened));
}

Result<std::string> Archive::text(const std::string& part, std::uint64_t bytes_max) const {
  PARCOURS_TRY(WorkbookPart opened, this->part(part, bytes_max));
  std::string out;
  static constexpr std::size_t kStep = 1 << 16;
  for (;;) {
    const std::size_t had = out.size();
    out.resize(had + kStep);
    PARCOURS_TRY(const std::size_t n, opened.read(out.data() + had, kStep));
    out.resize(had + n);
    if (n == 0) return out;
  }
}

}  // namespace parcours

#include "forms/archive.h"

#include <zip.h>

#include <cassert>

namespace parcours {
namespace {

constexpr zip_uint16_t kFirstDay = (0 << 9) | (1 << 5) | 1;  // 1 January 1980, the first that a zip can say; no zone is asked

Failure cannot_write(zip_error_t* error) { return failure(msg("forms.cannot_archive", {{"reason", std::string(zip_error_strerror(error))}})); }

bool add_parts(zip_t* to, const std::vector<ArchivePart>& parts) {
  for (const ArchivePart& part : parts) {
    zip_source_t* content = zip_source_buffer(to, part.content.data(), part.content.size(), 0);
    const zip_int64_t index = content ? zip_file_add(to, part.path.c_str(), content, ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0) {
      zip_source_free(content);
      return false;
    }
    zip_file_set_dostime(to, static_cast<zip_uint64_t>(index), 0, kFirstDay, 0);
    zip_set_file_compression(to, static_cast<zip_uint64_t>(index), ZIP_CM_DEFLATE, 9);
    zip_file_set_external_attributes(to, static_cast<zip_uint64_t>(index), 0, ZIP_OPSYS_DOS, 0);
  }
  return true;
}

std::string bytes_of(zip_source_t* source) {
  std::string out;
  zip_stat_t about;
  zip_stat_init(&about);
  if (zip_source_open(source) != 0) return out;
  if (zip_source_stat(source, &about) == 0) out.resize(about.size);
  if (zip_source_read(source, out.data(), out.size()) != static_cast<zip_int64_t>(out.size())) out.clear();
  zip_source_close(source);
  return out;
}

}  // namespace

Result<std::string> archive(const std::vector<ArchivePart>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  if (!target) return cannot_write(&error);
  zip_t* zip = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
  if (!zip) {
    zip_source_free(target);
    return cannot_write(&error);
  }
  zip_source_keep(target);
  if (!add_parts(zip, parts) || zip_close(zip) != 0) {
    Failure failed = cannot_write(zip_get_error(zip));
    zip_discard(zip);
    zip_source_free(target);
    return failed;
  }
  std::string out = bytes_of(target);
  zip_source_free(target);
  return out;
}

}  // namespace parcours

// A ZIP archive and its parts, unpacked as a stream. Nothing it claims about its sizes is believed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"

namespace parcours {

class WorkbookPart {
 public:
  struct Handle;
  explicit WorkbookPart(std::unique_ptr<Handle> handle);
  WorkbookPart(WorkbookPart&&) noexcept;
  ~WorkbookPart();

  // Fills up to `size` bytes and gives how many; 0 only at the end. Fails past the part's limit, on damage, and on what unpacks out of all
  // proportion.
  Result<std::size_t> read(char* into, std::size_t size);
  // Share of the packed bytes that were read, 0..1.
  double progress() const;

 private:
  std::unique_ptr<Handle> handle_;
};

class Archive {
 public:
  struct Handle;
  // `path` lies on disk, `name` is what complaints call it.
  static Result<Archive> open(const std::string& path, const std::string& name);
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  bool has(const std::string& part) const;
  // REQUIRES: the Archive outlives the part. Fails when there is no such part, or it is encrypted.
  Result<WorkbookPart> part(const std::string& part, std::uint64_t bytes_max) const;
  // The whole part.
  Result<std::string> text(const std::string& part, std::uint64_t bytes_max) const;

 private:
  explicit Archive(std::unique_ptr<Handle> handle);
  std::unique_ptr<Handle> handle_;
};

}  // namespace parcours

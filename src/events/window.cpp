#include "events/window.h"

#include <cstring>

namespace parcours {

Result<bool> Window::more() {
  if (begin_ > 0) {
    std::memmove(bytes_.data(), bytes_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (bytes_.size() - end_ < kPadding + kFirstSize / 4) bytes_.resize(bytes_.size() * 2);
  PARCOURS_TRY(const std::size_t n, source_->read(bytes_.data() + end_, bytes_.size() - end_ - kPadding));
  end_ += n;
  return n > 0;
}

}  // namespace parcours

#include "server/access/guessing.h"

#include <algorithm>
#include <vector>

#include "base/letters.h"

namespace parcours {
namespace {

constexpr TimeMs kFirstWaitMs = 1000, kForgottenMs = 86'400'000;
constexpr std::size_t kKnownMost = 20'000;
constexpr int kDoublingsMost = 20;

std::string of_account(std::string_view name) { return "account " + lower_case(name); }

// One who has a whole network of version 6 to himself is one: its first four groups.
std::string of_address(std::string_view address) {
  if (address.find('.') != std::string_view::npos) return "address " + std::string(address);
  std::size_t end = 0;
  for (int groups = 0; groups < 4 && end != std::string_view::npos; ++groups) end = address.find(':', end + (groups > 0));
  return "address " + std::string(address.substr(0, end));
}

}  // namespace

TimeMs Guessing::wait(std::string_view name, std::string_view address, TimeMs now) const {
  const TimeMs of_name = name.empty() ? 0 : wait_of(of_account(name), kAccountMostMs, now);
  return std::max(of_name, wait_of(of_address(address), kAddressMostMs, now));
}

TimeMs Guessing::wait_of(const std::string& key, TimeMs most, TimeMs now) const {
  const auto found = failures_.find(key);
  if (found == failures_.end() || found->second.count <= kFree) return 0;
  const int doublings = std::min(found->second.count - kFree - 1, kDoublingsMost);
  return std::max<TimeMs>(0, found->second.last + std::min(most, kFirstWaitMs << doublings) - now);
}

void Guessing::failed(std::string_view name, std::string_view address, TimeMs now) {
  if (!name.empty()) count(of_account(name), now);
  count(of_address(address), now);
}

void Guessing::count(const std::string& key, TimeMs now) {
  if (failures_.size() >= kKnownMost) forget_older_half();
  Failures& known = failures_[key];
  if (now - known.last > kForgottenMs) known.count = 0;
  known = {known.count + 1, now};
}

void Guessing::forget_older_half() {
  std::vector<TimeMs> times;
  for (const auto& [key, known] : failures_) times.push_back(known.last);
  const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
  std::nth_element(times.begin(), middle, times.end());
  std::erase_if(failures_, [&](const auto& known) { return known.second.last <= *middle; });
}

void Guessing::succeeded(std::string_view name) { failures_.erase(of_account(name)); }

}  // namespace parcours

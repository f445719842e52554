#include "cases/generated_events.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <numeric>
#include <tuple>

namespace parcours {
namespace {

constexpr const char* kEvents[] = {"ad_click",       "ad_impression", "add_to_cart",
                                   "call_end",       "call_start",    "call_transfer",
                                   "category_view",  "checkout",      "compare",
                                   "complaint",      "coupon_apply",  "email_click",
                                   "email_open",     "email_sent",    "email_unsubscribe",
                                   "login",          "logout",        "order_delivered",
                                   "order_shipped",  "page_scroll",   "pay_fail",
                                   "product_view",   "purchase",      "remove_from_cart",
                                   "return_request", "review_read",   "review_write",
                                   "search",         "signup",        "social_like",
                                   "social_share",   "social_view",   "store_locator",
                                   "store_scan",     "store_visit",   "survey_answer",
                                   "survey_sent",    "video_play",    "visit",
                                   "wishlist_add"};
constexpr const char* kChannels[] = {"ads", "app", "email", "hotline", "social", "store", "survey", "web"};
constexpr std::int32_t kNoCents = INT32_MIN;

struct Columns {
  std::vector<std::int64_t> time;
  std::vector<std::uint32_t> customer;
  std::vector<std::int32_t> cents;
  std::vector<std::uint8_t> event, channel;
  std::vector<std::uint32_t> properties;
  auto fields(std::uint32_t row) const { return std::tie(time[row], event[row], channel[row], cents[row], properties[row]); }
};

template <class T>
bool read_column(std::FILE* file, std::size_t rows, std::vector<T>& column) {
  column.resize(rows);
  return std::fread(column.data(), sizeof(T), rows, file) == rows;
}

std::optional<Columns> read_columns(const std::string& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), [](std::FILE* f) { return f ? std::fclose(f) : 0; });
  std::uint64_t header[2];  // rows, customers
  if (!file || std::fread(header, sizeof(header), 1, file.get()) != 1) return std::nullopt;
  Columns columns;
  const bool whole = read_column(file.get(), header[0], columns.time) && read_column(file.get(), header[0], columns.customer) &&
                     read_column(file.get(), header[0], columns.cents) && read_column(file.get(), header[0], columns.event) &&
                     read_column(file.get(), header[0], columns.channel) && read_column(file.get(), header[0], columns.properties);
  return whole ? std::optional(std::move(columns)) : std::nullopt;
}

// Rows by customer, time and arrival, duplicates left out.
std::vector<std::uint32_t> sorted_rows(const Columns& columns) {
  std::vector<std::uint32_t> order(columns.time.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(columns.customer[a], columns.time[a], a) < std::tie(columns.customer[b], columns.time[b], b);
  });
  std::vector<std::uint32_t> kept;
  for (const std::uint32_t row : order) {
    bool repeats = false;
    for (auto before = kept.rbegin(); before != kept.rend() && !repeats; ++before) {
      if (columns.customer[*before] != columns.customer[row] || columns.time[*before] != columns.time[row]) break;
      repeats = columns.fields(*before) == columns.fields(row);
    }
    if (!repeats) kept.push_back(row);
  }
  return kept;
}

}  // namespace

std::optional<IndexInput> read_generated_events(const std::string& path) {
  const auto columns = read_columns(path);
  if (!columns) return std::nullopt;
  IndexInput input;
  EventBatch& events = input.events;
  // Codes are the generator's own, plus one.
  for (const char* name : kEvents) events.event.texts.intern(name);
  for (const char* name : kChannels) events.channel.texts.intern(name);
  std::uint32_t customer = ~std::uint32_t{0}, code = 0;
  for (const std::uint32_t row : sorted_rows(*columns)) {
    if (columns->customer[row] != customer) {
      customer = columns->customer[row];
      code = events.customer.texts.intern("c" + std::to_string(customer));
    }
    events.customer.codes.push_back(code);
    events.time.push_back(columns->time[row]);
    events.unit.push_back(TimeUnit::ms);
    events.event.codes.push_back(columns->event[row] + 1u);
    events.channel.codes.push_back(columns->channel[row] + 1u);
    events.value.push_back(columns->cents[row] == kNoCents ? kNone : columns->cents[row] / 100.0);
  }
  return input;
}

}  // namespace parcours

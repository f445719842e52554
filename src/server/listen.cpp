#include "server/listen.h"

#include <algorithm>
#include <optional>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>

#include "base/letters.h"
#include "server/replies.h"
#include "server/service.h"
#include "server/waiting.h"
#include "server/wire.h"

namespace parcours {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using Milliseconds = std::chrono::milliseconds;

constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);
constexpr Milliseconds kStopLook{50}, kHeartbeat{15'000};
constexpr int kLooks = 4;

class Server {
 public:
  Server(Service& service, const ListenLimits& limits, const std::atomic<bool>& stopped) : service_(service), limits_(limits), stopped_(stopped) {}

  void run(tcp::acceptor& acceptor) {
    asio::co_spawn(io_, accept(acceptor), asio::detached);
    asio::co_spawn(io_, wait_for_stop(acceptor), asio::detached);
    io_.run();
    hasher_.join();
    worker_.join();
  }

  asio::io_context& io() { return io_; }

 private:
  asio::awaitable<void> accept(tcp::acceptor& acceptor) {
    while (acceptor.is_open()) {
      auto [error, socket] = co_await acceptor.async_accept(kAwait);
      if (error) {
        co_await pause(kStopLook);  // out of descriptors, or closed
        continue;
      }
      while (connections_ >= limits_.connections_max && !make_room() && !stopped_.load()) co_await pause(kStopLook);
      asio::co_spawn(io_, serve(beast::tcp_stream(std::move(socket))), asio::detached);
    }
  }

  asio::awaitable<void> wait_for_stop(tcp::acceptor& acceptor) {
    while (!stopped_.load()) co_await pause(kStopLook);
    acceptor.close();
    for (Milliseconds waited{0}; under_way_ > 0 && waited < limits_.stop_time; waited += kStopLook) co_await pause(kStopLook);
    io_.stop();
  }

  // Half-open connections keep nobody out: whoever has not said what he wants goes first, then whoever has not said all of it.
  bool make_room() { return without_header_.close_first() || without_body_.close_first(); }

  static asio::awaitable<void> pause(Milliseconds time) {
    asio::steady_timer timer(co_await asio::this_coro::executor, time);
    co_await timer.async_wait(kAwait);
  }

  struct Counted {
    std::size_t& count;
    explicit Counted(std::size_t& of) : count(of) { ++count; }
    ~Counted() { --count; }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;
  };

  asio::awaitable<beast::error_code> read_header(beast::tcp_stream& stream, beast::flat_buffer& buffer, Parser& parser) {
    const Waiting::Place place(without_header_, stream);
    stream.expires_after(limits_.header_time);
    auto [error, bytes] = co_await http::async_read_header(stream, buffer, parser, kAwait);
    co_return error;
  }

  asio::awaitable<beast::error_code> read_body(beast::tcp_stream& stream, beast::flat_buffer& buffer, Parser& parser) {
    const Waiting::Place place(without_body_, stream);
    stream.expires_after(limits_.body_time);
    if (lower_case(parser.get()[http::field::expect]) == "100-continue") {
      static constexpr std::string_view kGoOn = "HTTP/1.1 100 Continue\r\n\r\n";
      co_await asio::async_write(stream, asio::buffer(kGoOn), kAwait);
    }
    auto [error, bytes] = co_await http::async_read(stream, buffer, parser, kAwait);
    co_return error;
  }

  asio::awaitable<void> serve(beast::tcp_stream stream) {
    const Counted connection(connections_);
    beast::flat_buffer buffer;
    while (!stopped_.load() && co_await serve_one(stream, buffer)) {}
    beast::error_code ignored;
    stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
  }

  // True when another request may come on this connection.
  asio::awaitable<bool> serve_one(beast::tcp_stream& stream, beast::flat_buffer& buffer) {
    Parser parser;
    parser.header_limit(limits_.header_bytes_max);
    parser.body_limit(std::numeric_limits<std::uint64_t>::max());  // settled below, once it is known what is asked
    const beast::error_code no_header = co_await read_header(stream, buffer, parser);
    const Counted request_under_way(under_way_);
    if (no_header) co_return co_await refuse(stream, no_header);
    const std::uint64_t limit = co_await on_worker([&] { return service_.body_bytes_max(request_of(parser)); });
    const auto announced = parser.content_length();
    if (announced && *announced > limit) co_return co_await refuse(stream, http::error::body_limit);
    parser.body_limit(limit);
    if (const beast::error_code no_body = co_await read_body(stream, buffer, parser); no_body) co_return co_await refuse(stream, no_body);
    Request request = request_of(parser);
    request.address = address_of(stream);
    const unsigned version = parser.get().version();
    const bool keep_alive = parser.get().keep_alive() && !stopped_.load();
    Response response = co_await answer(request);
    if (response.streams_changes && listeners_ >= limits_.listeners_max)
      response = error_reply(503, "too-many-listeners", msg("server.too_many_listeners"));
    if (response.streams_changes && parser.get().method() == http::verb::get) {
      const Counted listener(listeners_);
      --under_way_;  // it has no end of its own: a stop need not wait for it
      co_await stream_changes(stream, std::move(request), std::move(response), version);
      ++under_way_;
      co_return false;
    }
    co_return co_await send(stream, reply_of(std::move(response), version, keep_alive)) && keep_alive;
  }

  // Secrets are compared elsewhere, so that nobody else waits for it.
  asio::awaitable<Response> answer(Request& request) {
    for (;;) {
      Response response = co_await on_worker([&] { return service_.handle_quickly(request); });
      if (!response.needs) co_return response;
      if (secrets_ >= limits_.secrets_max) co_return error_reply(503, "too-many-secrets", msg("server.too_many_secrets"));
      const Counted waiting(secrets_);
      request.secrets.push_back(co_await on(hasher_, [&] { return done(std::move(*response.needs)); }));
    }
  }

  // Work that may take long, off the thread that serves the sockets.
  template <class Work>
  asio::awaitable<std::invoke_result_t<Work>> on_worker(Work work) {
    return on(worker_, std::move(work));
  }

  template <class Work>
  static asio::awaitable<std::invoke_result_t<Work>> on(asio::thread_pool& thread, Work work) {
    const auto done = [&]() -> asio::awaitable<std::invoke_result_t<Work>> { co_return work(); };
    co_return co_await asio::co_spawn(thread, done, asio::use_awaitable);
  }

  asio::awaitable<bool> send(beast::tcp_stream& stream, Reply reply) {
    stream.expires_after(limits_.body_time);
    auto [error, bytes] = co_await http::async_write(stream, reply, kAwait);
    co_return !error;
  }

  asio::awaitable<bool> refuse(beast::tcp_stream& stream, beast::error_code error) {
    const bool too_large = error == http::error::header_limit || error == http::error::body_limit || error == http::error::buffer_overflow;
    const bool is_parse_error = error.category() == beast::error_code(http::error::bad_method).category();
    if (error == http::error::end_of_stream || error == http::error::partial_message || !is_parse_error) co_return false;
    Response response = too_large ? error_reply(error == http::error::body_limit ? 413 : 431, "too-large", msg("server.too_large"))
                                  : error_reply(400, "unreadable", msg("server.unreadable"));
    co_await send(stream, reply_of(std::move(response), 11, false));
    co_return false;
  }

  asio::awaitable<void> stream_changes(beast::tcp_stream& stream, Request request, Response head, unsigned version) {
    Reply reply = reply_of(std::move(head), version, false);
    reply.erase(http::field::content_length);
    http::response_serializer<http::string_body> serializer(reply);
    stream.expires_after(limits_.body_time);
    if (auto [error, bytes] = co_await http::async_write_header(stream, serializer, kAwait); error) co_return;
    Told told;
    if (!read_target(request)) co_return;
    told.request = std::move(request);
    for (Milliseconds silent{0}; !stopped_.load() && !is_gone(stream); silent += limits_.look_again) {
      std::string news = service_.importing(told.request);  // the worker has no time for questions then
      if (news.empty())
        news = co_await on_worker([&, look = looks_again()] {
          if (look) service_.look_again();
          return service_.changes(told);
        });
      if (told.ended) co_return;
      if (news.empty() && silent >= kHeartbeat) news = ": still here\n\n";
      if (!news.empty()) {
        silent = Milliseconds{0};
        stream.expires_after(limits_.body_time);
        if (auto [error, bytes] = co_await asio::async_write(stream, asio::buffer(news), kAwait); error) co_return;
      }
      co_await pause(limits_.look_again);
    }
  }

  // However many listen, the files are read a few times in the pace of one of them.
  bool looks_again() {
    const auto now = std::chrono::steady_clock::now();
    if (now - looked_ < limits_.look_again / kLooks) return false;
    looked_ = now;
    return true;
  }

  Service& service_;
  ListenLimits limits_;
  const std::atomic<bool>& stopped_;
  std::size_t connections_ = 0, under_way_ = 0, listeners_ = 0, secrets_ = 0;
  Waiting without_header_, without_body_;
  std::chrono::steady_clock::time_point looked_{};
  asio::io_context io_{1};       // after what its coroutines count in: those that are not over end with it
  asio::thread_pool hasher_{1};  // one: each comparison takes 64 MiB
  asio::thread_pool worker_{1};  // one: a workspace is used by one thread at a time
};

}  // namespace

std::optional<bool> is_loopback(const std::string& address) {
  beast::error_code error;
  const auto known = asio::ip::make_address(address, error);
  return error ? std::nullopt : std::optional<bool>(known.is_loopback());
}

Outcome listen(const ListenAt& at, const ListenLimits& limits, const std::atomic<bool>& stopped, const OpenService& open) {
  asio::io_context opening;
  tcp::acceptor trial(opening);
  beast::error_code error;
  const tcp::endpoint wanted(asio::ip::make_address(at.address, error), at.port);
  if (!error) trial.open(wanted.protocol(), error);
  if (!error) trial.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) trial.bind(wanted, error);
  if (!error) trial.listen(tcp::acceptor::max_listen_connections, error);
  if (error) return misuse(msg("server.port_taken", {{"port", std::to_string(at.port)}, {"reason", error.message()}}), msg("server.port_taken.hint"));
  PARCOURS_TRY(const auto service, open(trial.local_endpoint().port()));
  Server server(*service, limits, stopped);
  tcp::acceptor acceptor(server.io(), wanted.protocol(), trial.release());
  server.run(acceptor);
  return Done{};
}

}  // namespace parcours

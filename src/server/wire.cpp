#include "server/wire.h"

#include <cerrno>

#include <sys/socket.h>

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/http.hpp>

#include "base/letters.h"

namespace parcours {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

}  // namespace

Request request_of(const Parser& parser) {
  const auto& message = parser.get();
  Request request;
  request.method = std::string(message.method_string());
  request.target = std::string(message.target());
  for (const auto& field : message) request.fields[lower_case(field.name_string())] = std::string(field.value());
  request.body = message.body();
  return request;
}

std::string address_of(beast::tcp_stream& stream) {
  beast::error_code error;
  const auto end = stream.socket().remote_endpoint(error);
  if (error) return "";
  const auto address = end.address();
  if (address.is_v6() && address.to_v6().is_v4_mapped()) return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
  return address.to_string();
}

bool is_gone(beast::tcp_stream& stream) {
  char byte = 0;
  const auto got = ::recv(stream.socket().native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
  return got == 0 || (got < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR);
}

Reply reply_of(Response response, unsigned version, bool keep_alive) {
  Reply reply(static_cast<http::status>(response.status), version);
  reply.set(http::field::content_type, response.type);
  for (const auto& [name, value] : response.fields) reply.set(name, value);
  reply.keep_alive(keep_alive);
  const bool has_length = reply.find(http::field::content_length) != reply.end();  // the answer to HEAD says what GET would send
  reply.body() = std::move(response.body);
  if (!has_length) reply.prepare_payload();
  return reply;
}

}  // namespace parcours

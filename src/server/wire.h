// Requests and answers as they go over the wire.
#pragma once

#include <string>
#include <string_view>

#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "server/http.h"

namespace parcours {

using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
using Reply = boost::beast::http::response<boost::beast::http::string_body>;

Request request_of(const Parser& parser);
// Of the other end, version 4 as such; "" when it is gone.
std::string address_of(boost::beast::tcp_stream& stream);
// Whether the other end has closed the connection, of one who has nothing more to say.
bool is_gone(boost::beast::tcp_stream& stream);
Reply reply_of(Response response, unsigned version, bool keep_alive);

}  // namespace parcours

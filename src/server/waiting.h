// Connections from which something is awaited, the longest first.
#pragma once

#include <list>

#include <boost/beast/core/tcp_stream.hpp>

namespace parcours {

class Waiting {
 public:
  // In the list for as long as it lives, or until it is closed.
  class Place {
   public:
    Place(Waiting& among, boost::beast::tcp_stream& stream) : waiting_(among), stream_(stream) { waiting_.streams_.push_back(&stream_); }
    ~Place() { waiting_.streams_.remove(&stream_); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

   private:
    Waiting& waiting_;
    boost::beast::tcp_stream& stream_;
  };

  // Ends the wait of the first; false when nobody waits.
  bool close_first() {
    if (streams_.empty()) return false;
    streams_.front()->close();
    streams_.pop_front();
    return true;
  }

 private:
  std::list<boost::beast::tcp_stream*> streams_;
};

}  // namespace parcours

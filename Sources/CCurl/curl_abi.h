/* The part of libcurl's interface that CCurl uses, so that no libcurl headers are needed to build.
   Numbers and layouts as in curl/curl.h and curl/multi.h of 7.88; libcurl keeps them for the life of
   libcurl.so.4 (docs/INTERNALS, "binary compatibility"). CURLE_TOO_LARGE came with 8.6. */

#ifndef CCURL_ABI_H
#define CCURL_ABI_H

#include <stdint.h>
#include <sys/socket.h>

typedef void CURL;
typedef void CURLM;
typedef int64_t curl_off_t;

enum { CURL_ERROR_SIZE = 256 };

enum {
  CURLOPT_WRITEDATA = 10001,
  CURLOPT_URL = 10002,
  CURLOPT_PROXY = 10004,
  CURLOPT_ERRORBUFFER = 10010,
  CURLOPT_WRITEFUNCTION = 20011,
  CURLOPT_POSTFIELDS = 10015,
  CURLOPT_USERAGENT = 10018,
  CURLOPT_HTTPHEADER = 10023,
  CURLOPT_HEADERDATA = 10029,
  CURLOPT_CUSTOMREQUEST = 10036,
  CURLOPT_NETRC = 51,
  CURLOPT_FOLLOWLOCATION = 52,
  CURLOPT_POSTFIELDSIZE = 60,
  CURLOPT_CAINFO = 10065,
  CURLOPT_HEADERFUNCTION = 20079,
  CURLOPT_HTTP_VERSION = 84,
  CURLOPT_NOSIGNAL = 99,
  CURLOPT_PRIVATE = 10103,
  CURLOPT_TIMEOUT_MS = 155,
  CURLOPT_CONNECTTIMEOUT_MS = 156,
  CURLOPT_OPENSOCKETFUNCTION = 20163,
  CURLOPT_OPENSOCKETDATA = 10164,
  CURLOPT_CERTINFO = 172,
  CURLOPT_PROTOCOLS = 181,
  CURLOPT_PATH_AS_IS = 234,
  CURLOPT_REDIR_PROTOCOLS = 182,
  CURLOPT_SUPPRESS_CONNECT_HEADERS = 265,
};

enum {
  CURLINFO_RESPONSE_CODE = 2097154,
  CURLINFO_PRIVATE = 1048597,
  CURLINFO_PRIMARY_IP = 1048608,
  CURLINFO_CERTINFO = 4194338,
  CURLINFO_TOTAL_TIME_T = 6291506,
  CURLINFO_NAMELOOKUP_TIME_T = 6291507,
  CURLINFO_CONNECT_TIME_T = 6291508,
  CURLINFO_STARTTRANSFER_TIME_T = 6291510,
  CURLINFO_APPCONNECT_TIME_T = 6291512,
};

enum {
  CURLE_OK = 0,
  CURLE_COULDNT_RESOLVE_PROXY = 5,
  CURLE_COULDNT_RESOLVE_HOST = 6,
  CURLE_COULDNT_CONNECT = 7,
  CURLE_HTTP2 = 16,
  CURLE_PARTIAL_FILE = 18,
  CURLE_OPERATION_TIMEDOUT = 28,
  CURLE_SSL_CONNECT_ERROR = 35,
  CURLE_GOT_NOTHING = 52,
  CURLE_SEND_ERROR = 55,
  CURLE_RECV_ERROR = 56,
  CURLE_SSL_CERTPROBLEM = 58,
  CURLE_SSL_CIPHER = 59,
  CURLE_PEER_FAILED_VERIFICATION = 60,
  CURLE_SSL_CACERT_BADFILE = 77,
  CURLE_SSL_ISSUER_ERROR = 83,
  CURLE_HTTP2_STREAM = 92,
  CURLE_PROXY = 97,
  CURLE_TOO_LARGE = 100,
};

enum {
  CURLMOPT_MAXCONNECTS = 6,
};

enum {
  CURLMSG_DONE = 1,
};

enum {
  CURL_GLOBAL_ALL = 3,
  CURL_HTTP_VERSION_1_1 = 2,
  CURL_SOCKET_BAD = -1,
};

enum {
  CURLPROTO_HTTP = 1,
  CURLPROTO_HTTPS = 2,
};

struct curl_slist {
  char *data;
  struct curl_slist *next;
};

struct curl_certinfo {
  int num_of_certs;
  struct curl_slist **certinfo;
};

struct curl_sockaddr {
  int family;
  int socktype;
  int protocol;
  unsigned int addrlen;
  struct sockaddr addr;
};

struct CURLMsg {
  int msg;
  CURL *easy_handle;
  union {
    void *whatever;
    int result;
  } data;
};

#endif

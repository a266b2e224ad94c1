// What is used of SourceKit's C interface, which every toolchain has in `lib`. It is declared here
// because a build finds no headers of the toolchain's.
//
// Source: SourceKit/sourcekitd.h in the toolchain's `include`

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A name of the protocol, such as `key.request`.
typedef struct name *name;
/// A part of a request.
typedef void *request;
/// An answer.
typedef void *response;
/// A part of an answer, which lives as long as the answer.
typedef struct {
  uint64_t data[3];
} variant;

/// The functions, each with the type of its result and those of its arguments.
#define SERVICE_FUNCTIONS(FUNCTION)                                              \
  FUNCTION(void, initialize, (void))                                             \
  FUNCTION(name, uid_get_from_cstr, (const char *))                              \
  FUNCTION(request, request_dictionary_create, (const name *, const request *, size_t)) \
  FUNCTION(void, request_dictionary_set_value, (request, name, request))         \
  FUNCTION(void, request_dictionary_set_string, (request, name, const char *))   \
  FUNCTION(void, request_dictionary_set_uid, (request, name, name))              \
  FUNCTION(request, request_array_create, (const request *, size_t))             \
  FUNCTION(void, request_array_set_string, (request, size_t, const char *))      \
  FUNCTION(void, request_release, (request))                                     \
  FUNCTION(response, send_request_sync, (request))                               \
  FUNCTION(bool, response_is_error, (response))                                  \
  FUNCTION(variant, response_get_value, (response))                              \
  FUNCTION(void, response_dispose, (response))                                   \
  FUNCTION(int, variant_get_type, (variant))                                     \
  FUNCTION(variant, variant_dictionary_get_value, (variant, name))               \
  FUNCTION(const char *, variant_dictionary_get_string, (variant, name))         \
  FUNCTION(int64_t, variant_dictionary_get_int64, (variant, name))               \
  FUNCTION(name, variant_dictionary_get_uid, (variant, name))                    \
  FUNCTION(size_t, variant_array_get_count, (variant))                           \
  FUNCTION(variant, variant_array_get_value, (variant, size_t))

struct service {
#define DECLARE(result, function, arguments) result(*function) arguments;
  SERVICE_FUNCTIONS(DECLARE)
#undef DECLARE
};

/// `request_array_set_string` appends at this index.
#define APPEND ((size_t)-1)

/// Loads the service from a library and makes it ready.
/// - Returns: false when the library, or one of the functions, is missing
bool load_service(const char *library, struct service *service);

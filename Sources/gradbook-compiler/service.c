#include "service.h"

#include <dlfcn.h>

bool load_service(const char *library, struct service *service) {
  void *loaded = dlopen(library, RTLD_LAZY | RTLD_LOCAL);
  if (!loaded) return false;
#define FIND(result, function, arguments)                        \
  *(void **)&service->function = dlsym(loaded, "sourcekitd_" #function); \
  if (!service->function) return false;
  SERVICE_FUNCTIONS(FIND)
#undef FIND
  service->initialize();
  return true;
}

#ifdef __linux__
#define _GNU_SOURCE
#include "privileges.h"

#include <grp.h>
#include <linux/capability.h>
#include <linux/securebits.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

// The user "nobody" of all Linux systems.
enum { COUNTED_USER = 65534 };

static void drop_from_bounds(void) {
  for (unsigned long capability = 0; capability <= CAP_LAST_CAP; capability++) {
    if (capability != CAP_DAC_OVERRIDE) prctl(PR_CAPBSET_DROP, capability, 0, 0, 0);
  }
}

static void keep_file_access_alone(void) {
  const unsigned kept = 1u << CAP_DAC_OVERRIDE;
  struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
  struct __user_cap_data_struct sets[2] = {
      {.effective = kept, .permitted = kept, .inheritable = kept}};
  if (syscall(SYS_capset, &header, sets) == 0) {
    prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_DAC_OVERRIDE, 0, 0);
  }
}

bool give_up_privileges(bool countable) {
  if (geteuid() != 0) return countable;
  // Without these, a change of the user would take all capabilities, and exec give them all back.
  prctl(PR_SET_SECUREBITS, SECBIT_NOROOT | SECBIT_NOROOT_LOCKED | SECBIT_NO_SETUID_FIXUP |
                               SECBIT_NO_SETUID_FIXUP_LOCKED);
  drop_from_bounds();
  setgroups(0, NULL);
  bool is_counted =
      countable && syscall(SYS_setresuid, COUNTED_USER, COUNTED_USER, COUNTED_USER) == 0;
  keep_file_access_alone();
  return is_counted;
}
#endif

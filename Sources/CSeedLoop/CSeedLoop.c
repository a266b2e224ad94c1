#include "CSeedLoop.h"

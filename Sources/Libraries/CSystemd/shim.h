#pragma once
// The code position is a field that the caller gives; the macros would give this header's.
#define SD_JOURNAL_SUPPRESS_LOCATION
#include <systemd/sd-daemon.h>
#include <systemd/sd-journal.h>

#include "CPrefilterKernel.h"

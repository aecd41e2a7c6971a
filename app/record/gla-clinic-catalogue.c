/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-clinic-catalogue.h"

#include "gla-record-private.h"

GLA_DEFINE_RECORD (GlaClinicProduct, gla_clinic_product,
                   offsetof (GlaClinicProduct, key),
                   offsetof (GlaClinicProduct, name),
                   offsetof (GlaClinicProduct, code),
                   offsetof (GlaClinicProduct, unit_family))

GLA_DEFINE_RECORD (GlaClinicArea, gla_clinic_area,
                   offsetof (GlaClinicArea, key),
                   offsetof (GlaClinicArea, name),
                   offsetof (GlaClinicArea, code),
                   offsetof (GlaClinicArea, scale))

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/*
 * Names of the settings that a clinic file holds, for gla_store_get_setting()
 * and gla_store_put_setting(). A setting that is not there has its default.
 */

/** Name, address (may have several lines) and telephone of the clinic, as printed on paper. */
#define GLA_SETTING_CLINIC_NAME "clinic-name"
#define GLA_SETTING_CLINIC_ADDRESS "clinic-address"
#define GLA_SETTING_CLINIC_PHONE "clinic-phone"

/** Whom to call while the clinic is closed, as typed: one line. */
#define GLA_SETTING_CLINIC_AFTER_HOURS "clinic-after-hours"

/** Web address of the clinic, as typed: with or without its scheme. */
#define GLA_SETTING_CLINIC_WEB "clinic-web"

/** Logo of the clinic, see gla_letterhead_logo_from_text(). Default: none. */
#define GLA_SETTING_CLINIC_LOGO "clinic-logo"

/** Region whose labels apply: "us", "eu", "uk", "kr", "cn". */
#define GLA_SETTING_REGION "region"

/** How 3/4/2026 is read: "dmy" or "mdy". Default: as in the user's locale. */
#define GLA_SETTING_DAY_ORDER "day-order"

/** The character that the scanner sends in place of the separator, see gla_gs1_is_separator(). Default: none. */
#define GLA_SETTING_SCAN_SEPARATOR "scan-separator"

/**
 * What is wanted recorded before each treatment, keys with blanks between as
 * gla_plan_asks_from_text() reads them. Default: nothing.
 */
#define GLA_SETTING_TREATMENT_ASKS "treatment-asks"

/** Identifier of the member of staff whom the audit names when nobody signs in. */
#define GLA_SETTING_AUTHOR "author"

/** ISO date of the last backup that was written and checked. */
#define GLA_SETTING_LAST_BACKUP "last-backup"

/**
 * Translations of sheets that somebody of the clinic has read, see
 * gla_translation_reviews_find(). Default: none.
 */
#define GLA_SETTING_REVIEWED_TRANSLATIONS "reviewed-translations"

/** Unopened vials below which a product is to be ordered, see gla_reorder_levels_from_text(). Default: none. */
#define GLA_SETTING_REORDER_LEVELS "reorder-levels"

/**
 * "yes": a duration under short_duration_ratio of the patient's own median counts as short
 * (evidence, section 1.1: a program setting, no evidence). Default: no.
 */
#define GLA_SETTING_TWO_THIRDS_RULE "two-thirds-rule"

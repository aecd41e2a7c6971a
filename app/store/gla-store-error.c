/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-error.h"

#include "gla-i18n.h"

#include <string.h>

G_DEFINE_QUARK (gla-store-error, gla_store_error)

static GlaStoreError
get_kind (int code)
{
  /* The file beside the clinic file that readers share is made larger only for want of room. */
  if (code == SQLITE_IOERR_SHMSIZE)
    return GLA_STORE_ERROR_FULL;
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return GLA_STORE_ERROR_BUSY;
    case SQLITE_FULL:
      return GLA_STORE_ERROR_FULL;
    case SQLITE_IOERR:
      return GLA_STORE_ERROR_IO;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return GLA_STORE_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
      return GLA_STORE_ERROR_CORRUPT;
    case SQLITE_NOTADB:
      return GLA_STORE_ERROR_FOREIGN;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      return GLA_STORE_ERROR_CONSTRAINT;
    case SQLITE_INTERRUPT:
    case SQLITE_ABORT:
      return GLA_STORE_ERROR_CANCELLED;
    default:
      return GLA_STORE_ERROR_FAILED;
    }
}

/* The rules of the tables that a person can break, by the name that SQLite gives. */
static const char *
explain_constraint (int         code,
                    const char *detail)
{
  if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
    return _("The record refers to another record that is not in the clinic file.");
  if (code == SQLITE_TOOBIG)
    return _("The text is too long for the clinic file.");
  if (detail == NULL)
    return NULL;
  if (strstr (detail, "patient.number") != NULL)
    return _("This record number is already given to another patient.");
  if (strstr (detail, "vial.serial") != NULL)
    return _("This very pack is in the stock already.");
  if (strstr (detail, "patient_has_name") != NULL)
    return _("A patient needs a family name or a given name.");
  if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY)
    return _("This record is already in the clinic file.");
  if (code == SQLITE_CONSTRAINT_NOTNULL)
    return _("The record lacks something that it can’t be without.");
  return NULL;
}

static const char *
explain (GlaStoreError  kind,
         int            code,
         const char    *detail)
{
  const char *words;

  switch (kind)
    {
    case GLA_STORE_ERROR_BUSY:
      return _("The clinic file is in use by another program or computer. Try again in a moment.");
    case GLA_STORE_ERROR_FULL:
      return _("The disk is full. Nothing was saved; make room and try again.");
    case GLA_STORE_ERROR_IO:
      return _("Reading or writing the clinic file failed. Check the disk or the network drive.");
    case GLA_STORE_ERROR_READ_ONLY:
      return _("The clinic file or its folder can’t be written to. Check the permissions.");
    case GLA_STORE_ERROR_CORRUPT:
      return _("The clinic file is damaged or cut short. Restore a backup.");
    case GLA_STORE_ERROR_FOREIGN:
      return _("This is not a clinic file.");
    case GLA_STORE_ERROR_CONSTRAINT:
      words = explain_constraint (code, detail);
      return words != NULL ? words : _("A value is not allowed in the clinic file.");
    case GLA_STORE_ERROR_CANCELLED:
      return _("Stopped.");
    case GLA_STORE_ERROR_NEWER:
    case GLA_STORE_ERROR_OLDER:
    case GLA_STORE_ERROR_CHANGED:
    case GLA_STORE_ERROR_NOT_FOUND:
    case GLA_STORE_ERROR_FAILED:
    case GLA_STORE_ERROR_OVERDRAWN:
    default:
      return _("The clinic file could not be used.");
    }
}

GError *
gla_store_error_from_sqlite (int         code,
                             const char *detail)
{
  GlaStoreError kind = get_kind (code);
  const char *words = explain (kind, code, detail);
  const char *name;

  if (kind == GLA_STORE_ERROR_CANCELLED)
    return g_error_new_literal (GLA_STORE_ERROR, kind, words);
  /* "CHECK constraint failed: patient_sex" names a rule, never a value. */
  name = detail != NULL ? strstr (detail, "constraint failed: ") : NULL;
  if (name != NULL)
    return g_error_new (GLA_STORE_ERROR, kind, "%s [%d %s]", words, code,
                        name + strlen ("constraint failed: "));
  return g_error_new (GLA_STORE_ERROR, kind, "%s [%d]", words, code);
}

void
gla_store_set_sqlite_error (GError  **error,
                            sqlite3  *handle)
{
  g_propagate_error (error, gla_store_error_from_sqlite (sqlite3_extended_errcode (handle),
                                                         sqlite3_errmsg (handle)));
}

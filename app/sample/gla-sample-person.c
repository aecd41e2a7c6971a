/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-sample-person.h"

static const char *const women[] = {
  "Mira", "Britta", "Petra", "Olivia", "Temi", "Ana", "Zoë", "Chloé", "Ingrid", "Aylin", "Fatima",
  "Giulia", "Hana", "Ines", "Jana", "Katarzyna", "Leila", "Marta", "Nadia", "Øyunn", "Priya",
  "Renée", "Sofía", "Thảo", "Ursula", "Vera", "Wanda", "Xenia", "Yuki", "Zuzana", "Amara",
  "Beatriz", "Carla", "Dominika", "Elif", "Francesca", "Greta", "Helena", "Isabel", "Joanna",
  "Karin", "Lucía", "Margit", "Noor", "Oksana", "Paula", "Rosa", "Sara", "Teresa", "Valérie",
};

static const char *const men[] = {
  "Jonas", "Ahmet", "Björn", "Carlos", "Damian", "Emil", "Felix", "Georg", "Henrik", "Ivan",
  "José", "Karim", "Luca", "Marek", "Nils", "Omar", "Paulo", "René", "Stefan", "Tomás",
};

static const char *const families[] = {
  "Kaya", "Ebner", "Kessler", "Lindqvist", "Nakamura", "Okafor", "Müller", "Nguyễn", "Łukasik",
  "Sørensen", "O'Brien", "García", "Rossi", "Dubois", "Novák", "Papadopoulos", "Ivanova", "Silva",
  "Jansen", "Hoffmann", "Moreau", "Bianchi", "Demir", "Kowalska", "Andersson", "Virtanen",
  "Horvat", "Popescu", "Tanaka", "Haddad", "Weiß", "Fernández", "Costa", "Schmid", "Brunner",
  "Yılmaz", "Ferrari", "Laurent", "Santos", "Nowak", "Svoboda", "Hansen", "Petrov", "Chen",
  "Sharma", "Mensah", "Adeyemi", "Meier", "Baumann", "Keller", "Wagner", "Fischer", "Huber",
  "Gruber", "Steiner", "Fuchs", "Vogel", "Lang", "Winkler", "Roth", "Marti", "Blanc", "Favre",
  "Rochat", "Bernasconi", "Galli", "Conti", "Marino", "Greco", "Lombardi", "Alonso", "Vega",
  "Ruiz", "Pereira", "Almeida", "Carvalho", "Öztürk", "Şahin", "Aydın", "Wójcik", "Zieliński",
  "Dvořák", "Horák", "Kovács", "Nagy", "Szabó", "Jovanović", "Nikolić", "Dimitrov", "Lindberg",
  "Nyström", "Bakker", "de Vries", "van den Berg", "Peeters", "Walsh", "Murphy", "Campbell",
};

static const char *const languages[] = { "de", "fr", "it", "es", "tr", "pt", "pl", "ar" };

/* Texts that the catalogue's excipient and label rules can meet. */
static const char *const allergies[] = { "cow's milk protein", "latex", "penicillin", "gelatin" };
static const char *const conditions[] = { "migraine", "asthma", "high blood pressure" };
static const char *const medicines[] = { "aspirin 100 mg", "contraceptive pill", "levothyroxine" };

#define PICK(random, list) (list)[gla_random_integer ((random), (int) G_N_ELEMENTS (list))]

/* One of the list with this probability, else NULL. Draws the same count of numbers either way. */
static const char *
pick_sometimes (GlaRandom         *random,
                double             probability,
                const char *const *list,
                int                length)
{
  gboolean any = gla_random_uniform (random) < probability;
  int index = gla_random_integer (random, length);

  return any ? list[index] : NULL;
}

/* Some have two family names, so that a clinic of 100,000 has few of exactly the same name. */
static char *
make_family_name (GlaRandom *random)
{
  const char *first = PICK (random, families);
  const char *second = PICK (random, families);

  if (gla_random_uniform (random) < .35 && first != second)
    return g_strdup_printf ("%s-%s", first, second);
  return g_strdup (first);
}

/* Letters a to z of a name, for an address. */
static char *
make_email (const char *given,
            int         index)
{
  g_autofree char *ascii = g_str_to_ascii (given, "C");
  GString *email = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0'; p++)
    if (g_ascii_isalpha (*p))
      g_string_append_c (email, g_ascii_tolower (*p));
  g_string_append_printf (email, "%d@example.org", index + 1);
  return g_string_free (email, FALSE);
}

GlaPatient *
gla_sample_make_patient (GlaRandom              *random,
                         const GlaCoursePatient *course,
                         const char             *id,
                         GlaDay                  first_day)
{
  g_autofree char *number = g_strdup_printf ("%06d", course->index + 1);
  g_autofree char *family = make_family_name (random);
  const char *given = course->female ? PICK (random, women) : PICK (random, men);
  int birthday = gla_random_integer (random, 365);
  int digits = gla_random_integer (random, 10000);
  g_autofree char *phone = NULL;
  g_autofree char *email = make_email (given, course->index);
  gboolean may_contact = gla_random_uniform (random) < .8;

  g_return_val_if_fail (random != NULL && course != NULL && id != NULL, NULL);

  phone = g_strdup_printf ("044 %03d %02d %02d", course->index / 1000 % 1000, digits / 100,
                           digits % 100);
  return gla_patient_new (&(GlaPatient) {
    .id = id,
    .number = number,
    .family_name = family,
    .given_name = given,
    /* Between the birthday of that age and the day before the next. */
    .birth_day = gla_day_add_months (first_day, -12 * course->age) - birthday,
    .sex = course->female ? GLA_SEX_FEMALE : GLA_SEX_MALE,
    .phone = phone,
    .email = email,
    .language = pick_sometimes (random, .2, languages, G_N_ELEMENTS (languages)),
    .may_contact = may_contact,
    .allergies = pick_sometimes (random, .06, allergies, G_N_ELEMENTS (allergies)),
    .conditions = pick_sometimes (random, .08, conditions, G_N_ELEMENTS (conditions)),
    .medicines = pick_sometimes (random, .12, medicines, G_N_ELEMENTS (medicines)),
  });
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-import-fields.h"

#include "gla-i18n.h"
#include "gla-search-key.h"

#define P (1u << GLA_IMPORT_PATIENTS)
#define T (1u << GLA_IMPORT_TREATMENTS)
#define A (1u << GLA_IMPORT_ASSESSMENTS)

typedef enum
{
  NO_FLAGS = 0,
  IS_DATE = 1 << 0,
  IS_JOINED = 1 << 1,
} FieldFlags;

typedef struct
{
  const char *key;
  const char *name;
  guint kinds;
  FieldFlags flags;
  const char *headers;   /* separated by "|", the surest first */
} FieldWords;

static const FieldWords words[GLA_N_IMPORT_FIELDS] = {
  [GLA_IMPORT_FIELD_NONE] = { "none", N_("Not imported"), P | T | A, NO_FLAGS, "" },
  [GLA_IMPORT_FIELD_NUMBER] = {
    "number", N_("Record number"), P | T | A, NO_FLAGS,
    "Record Number|Record No|Patient Number|Patient No|Patient Nr|Patient ID|PatientID|Pat ID|"
    "Chart Number|Chart No|Chart|Chart ID|MRN|Medical Record Number|File No|File Number|"
    "Client ID|Client Number|Client No|Customer ID|Account|Account No|Account Number|"
    "Patientennummer|Patienten-Nr|Pat-Nr|Karteinummer|Aktennummer|Kundennummer|"
    "Numéro de dossier|N° dossier|No dossier|Numéro patient|N° patient|Dossier|"
    "Número de historia|Historia clínica|N° historia|Nº historia|NHC|Nº paciente|"
    "Número de paciente|Expediente|ID|Ref|Reference|Number|No|Nr|Nummer|Numéro|Número" },
  [GLA_IMPORT_FIELD_FAMILY_NAME] = {
    "family-name", N_("Family name"), P | T | A, NO_FLAGS,
    "Family Name|Last Name|LName|Surname|Patient Last Name|Patient Surname|Client Last Name|"
    "Last|Nachname|Familienname|Zuname|Nom de famille|Nom|Apellidos|Apellido|Primer apellido|"
    "Cognome|Soyadı|Achternaam|Sobrenome" },
  [GLA_IMPORT_FIELD_GIVEN_NAME] = {
    "given-name", N_("Given name"), P | T | A, NO_FLAGS,
    "Given Name|Given Names|First Name|FName|Forename|Forenames|Patient First Name|"
    "Client First Name|First|Vorname|Vornamen|Rufname|Prénom|Prénoms|Nombre de pila|Nombre|"
    "Nombres|Nome|Adı|Voornaam" },
  [GLA_IMPORT_FIELD_FULL_NAME] = {
    "full-name", N_("Full name"), P | T | A, NO_FLAGS,
    "Full Name|Patient Name|Client Name|Customer Name|Name of Patient|Display Name|Name|"
    "Patient|Client|Customer|Patientenname|Patientin|Kunde|Kundin|Nom complet|Nom et prénom|"
    "Nom du patient|Nombre completo|Nombre y apellidos|Apellidos y nombre|Paciente|Cliente" },
  [GLA_IMPORT_FIELD_BIRTH_DAY] = {
    "birth-date", N_("Birth date"), P | T | A, IS_DATE,
    "Date of Birth|DOB|D.O.B.|Birth Date|Birthdate|Birthday|Birth Day|Born|Patient DOB|"
    "Patient Date of Birth|Client DOB|Geburtsdatum|Geburtstag|Geb-Datum|Geb.|geboren am|"
    "Date de naissance|DDN|Né le|Née le|Né(e) le|Naissance|Fecha de nacimiento|Fecha nacimiento|"
    "F. nacimiento|Nacimiento|Data di nascita|Doğum tarihi|Geboortedatum|Data de nascimento" },
  [GLA_IMPORT_FIELD_SEX] = {
    "sex", N_("Sex"), P | T, NO_FLAGS,
    "Sex|Gender|M/F|F/M|Geschlecht|Sexe|Genre|Sexo|Género|Sesso|Cinsiyet|Geslacht" },
  [GLA_IMPORT_FIELD_PHONE] = {
    "phone", N_("Telephone"), P | T, IS_JOINED,
    "Mobile|Mobile Phone|Mobile Number|Mobile No|Cell|Cell Phone|Cellphone|Phone|Phone Number|"
    "Phone No|Telephone|Telephone Number|Tel|Tel No|Contact Number|Home Phone|Work Phone|"
    "Handy|Mobil|Mobiltelefon|Handynummer|Telefon|Telefonnummer|Telefon privat|Rufnummer|"
    "Portable|Téléphone|Téléphone portable|Tél|Tél.|N° de téléphone|Mobil telefon|"
    "Teléfono|Teléfono móvil|Móvil|Celular|Telefono|Cellulare|Telefon numarası|Telefoon" },
  [GLA_IMPORT_FIELD_EMAIL] = {
    "email", N_("E-mail"), P | T, NO_FLAGS,
    "Email|E-mail|Email Address|E-mail Address|Mail|E-Mail-Adresse|Mailadresse|Courriel|"
    "Adresse e-mail|Adresse mail|Adresse électronique|Correo|Correo electrónico|E-posta" },
  [GLA_IMPORT_FIELD_ADDRESS] = {
    "address", N_("Address"), P, IS_JOINED,
    "Address|Full Address|Address Line 1|Address 1|Street|Street Address|Address Line 2|"
    "Address 2|Address Line 3|Suburb|City|Town|State|County|Province|Postcode|Post Code|"
    "Postal Code|Zip|Zip Code|Country|Adresse|Anschrift|Straße|Strasse|Hausnummer|PLZ|"
    "Postleitzahl|Ort|Stadt|Wohnort|Land|Rue|Code postal|Ville|Pays|Dirección|Calle|"
    "Código postal|CP|Ciudad|Población|Provincia|País|Indirizzo|Adres" },
  [GLA_IMPORT_FIELD_LANGUAGE] = {
    "language", N_("Language"), P, NO_FLAGS,
    "Language|Preferred Language|Lang|Sprache|Muttersprache|Langue|Idioma|Lengua|Lingua|Dil" },
  [GLA_IMPORT_FIELD_MAY_CONTACT] = {
    "may-contact", N_("May be contacted"), P, NO_FLAGS,
    "May Contact|May be contacted|Contact Consent|Marketing Consent|Consent to Contact|Opt In|"
    "SMS Consent|Email Consent|Kontakt erlaubt|Einwilligung Kontakt|Consentement contact|"
    "Acepta comunicaciones" },
  [GLA_IMPORT_FIELD_ALLERGIES] = {
    "allergies", N_("Allergies"), P, IS_JOINED,
    "Allergies|Allergy|Known Allergies|Drug Allergies|Allergien|Allergie|Alergias|Alergia|"
    "Alerji|Allergieën" },
  [GLA_IMPORT_FIELD_CONDITIONS] = {
    "conditions", N_("Conditions"), P, IS_JOINED,
    "Conditions|Medical Conditions|Medical History|Diagnoses|Diagnosis|History|"
    "Vorerkrankungen|Erkrankungen|Diagnosen|Anamnese|Antécédents|Antécédents médicaux|"
    "Pathologies|Antecedentes|Enfermedades|Patologías" },
  [GLA_IMPORT_FIELD_MEDICINES] = {
    "medicines", N_("Medicines"), P, IS_JOINED,
    "Medicines|Medications|Medication|Current Medications|Drugs|Medikamente|Medikation|"
    "Médicaments|Traitement en cours|Medicación|Medicamentos" },
  [GLA_IMPORT_FIELD_DAY] = {
    "date", N_("Date"), T | A, IS_DATE,
    "Treatment Date|Date of Treatment|Injection Date|Date of Injection|Procedure Date|"
    "Session Date|Assessment Date|Date of Assessment|Follow-up Date|Review Date|Visit Date|"
    "Date of Visit|Service Date|Date of Service|Appointment Date|Date|Day|Treated On|"
    "Behandlungsdatum|Behandlungstag|Datum|Tag|Kontrolldatum|Befunddatum|Date de traitement|"
    "Date du traitement|Date d'injection|Date de l'injection|Date de séance|Date de contrôle|"
    "Fecha de tratamiento|Fecha tratamiento|Fecha de inyección|Fecha de sesión|"
    "Fecha de revisión|Fecha|Data|Tarih" },
  [GLA_IMPORT_FIELD_INJECTOR] = {
    "injector", N_("Injector"), T, NO_FLAGS,
    "Injector|Injected By|Treated By|Practitioner|Provider|Clinician|Doctor|Dr|Physician|"
    "Nurse|Therapist|Staff|Performed By|Administered By|Behandler|Behandlerin|Arzt|Ärztin|"
    "Injiziert von|Praticien|Praticienne|Injecteur|Médecin|Docteur|Profesional|Médico|Doctora|"
    "Inyectado por" },
  [GLA_IMPORT_FIELD_REASON] = {
    "reason", N_("Reason of the visit"), T | A, NO_FLAGS,
    "Reason|Reason for Visit|Visit Reason|Reason of Visit|Visit Type|Grund|Besuchsgrund|Anlass|"
    "Motif|Motif de consultation|Motivo|Motivo de la visita" },
  [GLA_IMPORT_FIELD_AREA] = {
    "area", N_("Area"), T | A, NO_FLAGS,
    "Area|Treatment Area|Treated Area|Injection Area|Area Treated|Site|Injection Site|Zone|"
    "Treatment Zone|Region|Location|Muscle|Indication|Areal|Behandlungsareal|Bereich|"
    "Behandlungszone|Stelle|Muskel|Zone traitée|Zone d'injection|Site d'injection|Région|"
    "Muscles|Zona|Zona tratada|Área|Zona de inyección|Músculo|Bölge" },
  [GLA_IMPORT_FIELD_SIDE] = {
    "side", N_("Side"), T | A, NO_FLAGS,
    "Side|Laterality|L/R|R/L|Left/Right|Seite|Körperseite|Côté|Latéralité|Lado|Lateralidad|"
    "Taraf" },
  [GLA_IMPORT_FIELD_PRODUCT] = {
    "product", N_("Product"), T, NO_FLAGS,
    "Product|Product Name|Brand|Brand Name|Toxin|Toxin Type|Drug|Drug Name|Preparation|Produkt|"
    "Produktname|Präparat|Praeparat|Marke|Handelsname|Produit|Nom du produit|Marque|Toxine|"
    "Producto|Marca|Toxina|Ürün" },
  [GLA_IMPORT_FIELD_LOT] = {
    "lot", N_("Lot"), T, NO_FLAGS,
    "Lot|Lot Number|Lot No|Lot #|LotNo|Batch|Batch Number|Batch No|Batch #|Batch/Lot|Lot/Batch|"
    "Charge|Chargennummer|Chargen-Nr|Ch.-B.|Numéro de lot|N° de lot|N° lot|No de lot|Lote|"
    "Número de lote|Nº lote|Nº de lote|N° lote|Lotto|Parti no" },
  [GLA_IMPORT_FIELD_EXPIRY] = {
    "expiry", N_("Expiry of the lot"), T, IS_DATE,
    "Expiry|Expiry Date|Expiration|Expiration Date|Exp|Exp Date|Exp.|Expires|Use By|"
    "Verfallsdatum|Verfall|Haltbar bis|Verwendbar bis|Péremption|Date de péremption|Caducidad|"
    "Fecha de caducidad|Vencimiento" },
  [GLA_IMPORT_FIELD_UNITS] = {
    "units", N_("Units"), T, NO_FLAGS,
    "Units|Total Units|Units Injected|No of Units|Number of Units|Units Used|U|IU|Dose|Dosage|"
    "Dose (U)|Dose (Units)|Units (U)|Amount|Quantity|Qty|Einheiten|Einheiten gesamt|E|IE|Dosis|"
    "Menge|Unités|Unités injectées|UI|Quantité|Unidades|Unidades totales|Cantidad|Unità|Ünite" },
  [GLA_IMPORT_FIELD_POINTS] = {
    "points", N_("Points"), T, NO_FLAGS,
    "Points|Injection Points|No of Points|Number of Points|Sites|Injections|No of Injections|"
    "Punkte|Injektionspunkte|Anzahl Punkte|Einstichstellen|Points d'injection|Nombre de points|"
    "Puntos|Puntos de inyección|Número de puntos" },
  [GLA_IMPORT_FIELD_RATER] = {
    "rater", N_("Rated by"), A, NO_FLAGS,
    "Rater|Rated By|Graded By|Scored By|Rating By|Beurteilt von|Beurteiler|Bewerter|Évalué par|"
    "Évaluateur|Evaluado por|Evaluador" },
  [GLA_IMPORT_FIELD_SCALE] = {
    "scale", N_("Scale"), A, NO_FLAGS,
    "Scale|Rating Scale|Grading Scale|Instrument|Skala|Échelle|Escala" },
  [GLA_IMPORT_FIELD_AT_REST] = {
    "at-rest", N_("Grade at rest"), A, NO_FLAGS,
    "At Rest|Grade at Rest|Score at Rest|Rest|Rest Grade|Resting|Static|Static Grade|In Ruhe|"
    "Ruhe|Grad in Ruhe|Au repos|Repos|Grade au repos|En reposo|Reposo|Grado en reposo" },
  [GLA_IMPORT_FIELD_AT_MAXIMUM] = {
    "at-maximum", N_("Grade at maximum contraction"), A, NO_FLAGS,
    "At Maximum|At Max|At Maximum Contraction|Grade at Maximum|Maximum|Max|Max Contraction|"
    "Max Frown|At Max Frown|Frown|At Frown|Dynamic|Dynamic Grade|Contraction|Grade|Score|"
    "Severity|Rating|FWS|Bei Anspannung|Maximal|Bei maximaler Anspannung|Schweregrad|Grad|"
    "À la contraction|Contraction maximale|Froncement|Sévérité|En contracción|"
    "Contracción máxima|Máximo|Grado|Gravedad|Puntuación" },
  [GLA_IMPORT_FIELD_STAFF] = {
    "staff", N_("Who graded"), A, NO_FLAGS,
    "Staff|Assessor|Assessed By|Practitioner|Provider|Clinician|Doctor|Dr|Physician|Nurse|"
    "Examiner|Untersucher|Untersucherin|Behandler|Behandlerin|Arzt|Ärztin|Praticien|Médecin|"
    "Examinateur|Profesional|Médico" },
  [GLA_IMPORT_FIELD_WORN_OFF] = {
    "worn-off", N_("Worn off on"), A, IS_DATE,
    "Worn Off|Worn Off On|Wore Off|Wore Off On|Wear Off|Wear-off Date|Date Worn Off|Effect Ended|"
    "End of Effect|Nachgelassen|Wirkung nachgelassen|Wirkungsende|Fin de l'effet|Fin d'effet|"
    "Fin del efecto|Fin de efecto" },
  [GLA_IMPORT_FIELD_STILL_WORKING] = {
    "still-working", N_("Still working"), A, NO_FLAGS,
    "Still Working|Still Effective|Effect Present|Wirkt noch|Wirkung vorhanden|Encore efficace|"
    "Effet présent|Todavía funciona|Sigue funcionando|Efecto presente" },
  [GLA_IMPORT_FIELD_NOTE] = {
    "note", N_("Note"), P | T | A, IS_JOINED,
    "Note|Notes|Comment|Comments|Remark|Remarks|Treatment Notes|Clinical Notes|Patient Notes|"
    "Memo|Notiz|Notizen|Bemerkung|Bemerkungen|Anmerkung|Kommentar|Remarque|Remarques|"
    "Commentaire|Commentaires|Nota|Notas|Observaciones|Observación|Comentarios|Notlar" },
};

const char *
gla_import_kind_get_name (GlaImportKind kind)
{
  switch (kind)
    {
    case GLA_IMPORT_PATIENTS:
      return _("Patients");
    case GLA_IMPORT_TREATMENTS:
      return _("Treatments");
    case GLA_IMPORT_ASSESSMENTS:
      return _("Assessments");
    case GLA_IMPORT_AUTO:
    default:
      return "";
    }
}

static const char *const kind_keys[] = { "auto", "patients", "treatments", "assessments" };

const char *
gla_import_kind_to_key (GlaImportKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_keys), "");

  return kind_keys[kind];
}

gboolean
gla_import_kind_from_key (const char    *key,
                          GlaImportKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = GLA_IMPORT_PATIENTS; key != NULL && i < G_N_ELEMENTS (kind_keys); i++)
    if (g_str_equal (kind_keys[i], key))
      {
        *kind = (GlaImportKind) i;
        return TRUE;
      }
  return FALSE;
}

const char *
gla_import_field_get_name (GlaImportField field)
{
  g_return_val_if_fail ((guint) field < GLA_N_IMPORT_FIELDS, "");

  return _(words[field].name);
}

const char *
gla_import_field_to_key (GlaImportField field)
{
  g_return_val_if_fail ((guint) field < GLA_N_IMPORT_FIELDS, "");

  return words[field].key;
}

gboolean
gla_import_field_from_key (const char     *key,
                           GlaImportField *field)
{
  g_return_val_if_fail (field != NULL, FALSE);

  for (guint i = 0; key != NULL && i < GLA_N_IMPORT_FIELDS; i++)
    if (g_str_equal (words[i].key, key))
      {
        *field = (GlaImportField) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
gla_import_field_is_of (GlaImportField field,
                        GlaImportKind  kind)
{
  g_return_val_if_fail ((guint) field < GLA_N_IMPORT_FIELDS, FALSE);

  return (words[field].kinds & (1u << kind)) != 0;
}

gboolean
gla_import_field_is_date (GlaImportField field)
{
  g_return_val_if_fail ((guint) field < GLA_N_IMPORT_FIELDS, FALSE);

  return (words[field].flags & IS_DATE) != 0;
}

gboolean
gla_import_field_is_joined (GlaImportField field)
{
  g_return_val_if_fail ((guint) field < GLA_N_IMPORT_FIELDS, FALSE);

  return (words[field].flags & IS_JOINED) != 0;
}

/* "Last Name", "last_name" and "LastName" are one word. */
static char *
fold (const char *header)
{
  char *key = gla_search_key_new (header);
  char *to = key;

  for (const char *from = key; *from != '\0'; from++)
    if (*from != ' ')
      *to++ = *from;
  *to = '\0';
  return key;
}

/* A meaning of a header: the lower the rank, the surer. */
typedef struct
{
  GlaImportField field;
  guint rank;
} Meaning;

static void
add_names (GHashTable     *table,
           GlaImportField  field)
{
  g_auto (GStrv) names = g_strsplit (words[field].headers, "|", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = fold (names[i]);
      Meaning *old = g_hash_table_lookup (table, name);
      Meaning *meaning;

      if (old != NULL && old->rank <= i + 1)
        continue;
      meaning = g_new (Meaning, 1);
      meaning->field = field;
      meaning->rank = i + 1;
      g_hash_table_replace (table, g_steal_pointer (&name), meaning);
    }
}

/* From folded headers to meanings in a file of this kind; made once. */
static GHashTable *
get_table (GlaImportKind kind)
{
  static GHashTable *tables[GLA_IMPORT_ASSESSMENTS + 1];
  static gsize made;

  if (g_once_init_enter (&made))
    {
      for (guint i = GLA_IMPORT_PATIENTS; i <= GLA_IMPORT_ASSESSMENTS; i++)
        {
          tables[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
          for (guint field = 1; field < GLA_N_IMPORT_FIELDS; field++)
            if (gla_import_field_is_of (field, i))
              add_names (tables[i], field);
        }
      g_once_init_leave (&made, 1);
    }
  return tables[kind];
}

static GlaImportField
find_field (const char    *header,
            GlaImportKind  kind,
            guint         *rank)
{
  g_autofree char *folded = fold (header);
  const Meaning *meaning = g_hash_table_lookup (get_table (kind), folded);

  *rank = meaning != NULL ? meaning->rank : 0;
  return meaning != NULL ? meaning->field : GLA_IMPORT_FIELD_NONE;
}

/* "Name" beside "First Name" is the family name alone. */
static void
settle_names (GlaImportField *fields,
              guint           n_headers)
{
  guint full = n_headers;
  gboolean given = FALSE, family = FALSE;

  for (guint i = 0; i < n_headers; i++)
    {
      given = given || fields[i] == GLA_IMPORT_FIELD_GIVEN_NAME;
      family = family || fields[i] == GLA_IMPORT_FIELD_FAMILY_NAME;
      if (fields[i] == GLA_IMPORT_FIELD_FULL_NAME)
        full = i;
    }
  if (full < n_headers && given && !family)
    fields[full] = GLA_IMPORT_FIELD_FAMILY_NAME;
  else if (full < n_headers && given && family)
    fields[full] = GLA_IMPORT_FIELD_NONE;
}

void
gla_import_fields_guess (const char *const *headers,
                         guint              n_headers,
                         GlaImportKind      kind,
                         GlaImportField    *fields)
{
  guint ranks[GLA_N_IMPORT_FIELDS] = { 0 };
  guint columns[GLA_N_IMPORT_FIELDS] = { 0 };

  g_return_if_fail (n_headers == 0 || (headers != NULL && fields != NULL));
  g_return_if_fail (kind != GLA_IMPORT_AUTO);

  for (guint i = 0; i < n_headers; i++)
    {
      guint rank;
      GlaImportField field = find_field (headers[i], kind, &rank);

      fields[i] = GLA_IMPORT_FIELD_NONE;
      if (field == GLA_IMPORT_FIELD_NONE
          || (ranks[field] != 0 && !gla_import_field_is_joined (field) && ranks[field] <= rank))
        continue;
      if (ranks[field] != 0 && !gla_import_field_is_joined (field))
        fields[columns[field]] = GLA_IMPORT_FIELD_NONE;
      fields[i] = field;
      ranks[field] = rank;
      columns[field] = i;
    }
  settle_names (fields, n_headers);
}

GlaImportKind
gla_import_fields_guess_kind (const char *const *headers,
                              guint              n_headers)
{
  g_autofree GlaImportField *fields = g_new0 (GlaImportField, n_headers + 1);
  gboolean has[GLA_N_IMPORT_FIELDS] = { FALSE };

  g_return_val_if_fail (n_headers == 0 || headers != NULL, GLA_IMPORT_PATIENTS);

  gla_import_fields_guess (headers, n_headers, GLA_IMPORT_TREATMENTS, fields);
  for (guint i = 0; i < n_headers; i++)
    has[fields[i]] = TRUE;
  if (has[GLA_IMPORT_FIELD_UNITS] || has[GLA_IMPORT_FIELD_PRODUCT] || has[GLA_IMPORT_FIELD_LOT])
    return GLA_IMPORT_TREATMENTS;

  gla_import_fields_guess (headers, n_headers, GLA_IMPORT_ASSESSMENTS, fields);
  for (guint i = 0; i < n_headers; i++)
    has[fields[i]] = TRUE;
  if (has[GLA_IMPORT_FIELD_AT_REST] || has[GLA_IMPORT_FIELD_AT_MAXIMUM]
      || has[GLA_IMPORT_FIELD_WORN_OFF] || has[GLA_IMPORT_FIELD_STILL_WORKING])
    return GLA_IMPORT_ASSESSMENTS;
  return has[GLA_IMPORT_FIELD_AREA] ? GLA_IMPORT_TREATMENTS : GLA_IMPORT_PATIENTS;
}

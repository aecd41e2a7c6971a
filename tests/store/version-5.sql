-- SPDX-License-Identifier: GPL-3.0-or-later
-- A clinic file of schema version 5, as "sqlite3 FILE .dump" writes it.
PRAGMA application_id = 1196179778;
PRAGMA user_version = 5;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE adverse_event (
  patient INTEGER NOT NULL REFERENCES patient (row),
  id TEXT NOT NULL UNIQUE,
  treatment TEXT,
  area TEXT,
  kind TEXT,
  severity INTEGER NOT NULL DEFAULT 0
    CONSTRAINT adverse_event_severity CHECK (severity BETWEEN 0 AND 3),
  onset TEXT CONSTRAINT adverse_event_onset CHECK (date (onset, '+0 days') IS onset),
  precision INTEGER NOT NULL DEFAULT 0
    CONSTRAINT adverse_event_precision CHECK (precision BETWEEN 0 AND 3),
  resolved TEXT CONSTRAINT adverse_event_resolved CHECK (date (resolved, '+0 days') IS resolved),
  outcome TEXT,
  note TEXT,
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (patient, id),
  FOREIGN KEY (patient, treatment) REFERENCES treatment (patient, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE assessment (
  patient INTEGER NOT NULL REFERENCES patient (row),
  id TEXT NOT NULL UNIQUE,
  treatment TEXT,           -- which it judges
  visit TEXT,               -- treatment with which it was entered
  area TEXT NOT NULL,
  side INTEGER NOT NULL DEFAULT 0 CONSTRAINT assessment_side CHECK (side BETWEEN 0 AND 3),
  day TEXT CONSTRAINT assessment_day CHECK (date (day, '+0 days') IS day),
  rater INTEGER NOT NULL DEFAULT 0 CONSTRAINT assessment_rater CHECK (rater BETWEEN 0 AND 1),
  scale TEXT,
  at_rest INTEGER CONSTRAINT assessment_at_rest CHECK (at_rest BETWEEN 0 AND 100),
  at_maximum INTEGER CONSTRAINT assessment_at_maximum CHECK (at_maximum BETWEEN 0 AND 100),
  reason INTEGER NOT NULL DEFAULT 0 CONSTRAINT assessment_reason CHECK (reason BETWEEN 0 AND 2),
  staff TEXT REFERENCES staff (id),
  note TEXT,
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (patient, id),
  FOREIGN KEY (patient, treatment) REFERENCES treatment (patient, id),
  FOREIGN KEY (patient, visit) REFERENCES treatment (patient, id)
) STRICT, WITHOUT ROWID;
INSERT INTO assessment VALUES(1,'2f0c9d5e-0000-4000-8000-000000000007',NULL,'2f0c9d5e-0000-4000-8000-000000000004','glabella',0,'2026-01-05',0,'fwc',1,3,1,'2f0c9d5e-0000-4000-8000-000000000002',NULL,NULL,1);
CREATE TABLE audit (
  number INTEGER PRIMARY KEY,
  moment TEXT NOT NULL,     -- UTC, YYYY-MM-DDTHH:MM:SSZ
  staff TEXT,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,    -- table
  record TEXT,
  patient TEXT,
  before TEXT,              -- JSON objects
  after TEXT,
  reason TEXT,
  hash TEXT NOT NULL
) STRICT;
INSERT INTO audit VALUES(1,'2026-11-23T08:34:38Z',NULL,'add','staff','2f0c9d5e-0000-4000-8000-000000000002',NULL,NULL,'{"id":"2f0c9d5e-0000-4000-8000-000000000002","name":"Dr A. Osei","role":1,"active":1,"revision":1}',NULL,'c72e34efcb1526b53a8cc3aa66e3f139805f36fff9ef523acf53a0ff984d0856');
INSERT INTO audit VALUES(2,'2026-11-23T08:34:38Z','2f0c9d5e-0000-4000-8000-000000000002','add','patient','2f0c9d5e-0000-4000-8000-000000000001','2f0c9d5e-0000-4000-8000-000000000001',NULL,'{"id":"2f0c9d5e-0000-4000-8000-000000000001","number":"100001","family_name":"Müller","given_name":"Zoë","birth_day":"1984-03-12","sex":1,"phone":"+41 44 123 45 67","may_contact":1,"allergies":"none known","revision":1}',NULL,'13259bb67656014a775d58bd38f4d6f0a4051ed06790b5f70f9b459359d857a6');
INSERT INTO audit VALUES(3,'2026-11-23T08:34:38Z','2f0c9d5e-0000-4000-8000-000000000002','add','vial','2f0c9d5e-0000-4000-8000-000000000003',NULL,NULL,'{"id":"2f0c9d5e-0000-4000-8000-000000000003","product":"botox-cosmetic","lot":"C1234C3","expiry":"2027-01-31","content":10000,"received":"2026-01-02","diluent":"saline","diluent_volume":2500,"state":1,"revision":1}',NULL,'ba1812c755f0060861a570239cc41371d852bd7ab9925f7d38199372d6695518');
INSERT INTO audit VALUES(4,'2026-11-23T08:34:38Z','2f0c9d5e-0000-4000-8000-000000000002','add','treatment','2f0c9d5e-0000-4000-8000-000000000004','2f0c9d5e-0000-4000-8000-000000000001',NULL,'{"id":"2f0c9d5e-0000-4000-8000-000000000004","day":"2026-01-05","precision":0,"injector":"2f0c9d5e-0000-4000-8000-000000000002","reason":0,"consent_version":"1","consent_day":"2026-01-05","revision":1,"injections":[{"position":0,"id":"2f0c9d5e-0000-4000-8000-000000000005","area":"glabella","side":0,"vial":"2f0c9d5e-0000-4000-8000-000000000003","units":2000,"points":5,"map_x":0,"map_y":0},{"position":1,"id":"2f0c9d5e-0000-4000-8000-000000000006","area":"crows-feet","side":1,"lot":"D1","map_x":0,"map_y":0}],"assessments":[{"id":"2f0c9d5e-0000-4000-8000-000000000007","visit":"2f0c9d5e-0000-4000-8000-000000000004","area":"glabella","side":0,"day":"2026-01-05","rater":0,"scale":"fwc","at_rest":1,"at_maximum":3,"reason":1,"staff":"2f0c9d5e-0000-4000-8000-000000000002","revision":1}]}',NULL,'ae27bf086980d85ebbfa590730cb7c46be9a5801d5d1009a316fab767a79e699');
INSERT INTO audit VALUES(5,'2026-11-23T08:34:38Z','2f0c9d5e-0000-4000-8000-000000000002','add','report','2f0c9d5e-0000-4000-8000-000000000008','2f0c9d5e-0000-4000-8000-000000000001',NULL,'{"id":"2f0c9d5e-0000-4000-8000-000000000008","treatment":"2f0c9d5e-0000-4000-8000-000000000004","kind":0,"day":"2026-04-20","precision":1,"told_on":"2026-05-02","revision":1}',NULL,'7444ee5902ab78170718b849980df6aca94887c66e775e22ee42a932283cd13c');
INSERT INTO audit VALUES(6,'2026-11-23T08:34:38Z','2f0c9d5e-0000-4000-8000-000000000002','add','exposure','2f0c9d5e-0000-4000-8000-000000000009','2f0c9d5e-0000-4000-8000-000000000001',NULL,'{"id":"2f0c9d5e-0000-4000-8000-000000000009","day":"2024-07-01","precision":3,"place":"elsewhere","certainty":0,"revision":1}',NULL,'7f43cfd1a1aa6a46526030cbf424818db87fdc241437335f83174363c4323a18');
INSERT INTO audit VALUES(7,'2026-11-23T08:34:38Z','2f0c9d5e-0000-4000-8000-000000000002','setting','setting','clinic-name',NULL,NULL,'{"value":"Test clinic"}',NULL,'6c11c3707cbf7494005e9581f0bd5d85076519dad9a018d8c06d74bf8064cbf0');
INSERT INTO audit VALUES(8,'2026-11-29T02:06:06Z','2f0c9d5e-0000-4000-8000-000000000002','dismiss','notice',NULL,'2f0c9d5e-0000-4000-8000-000000000001','{"kind":0,"raised":1}','{"kind":0,"raised":0,"dismissed_on":"2026-11-23","dismissed_by":"2f0c9d5e-0000-4000-8000-000000000002","dismissed_at":750000}','fewer units on purpose','6fef13fce0fe322d062971a30a6be8fda54204d310c7b5c6965e12f41d645160');
CREATE TABLE audit_head (
  one INTEGER PRIMARY KEY CONSTRAINT audit_head_one CHECK (one = 1),
  number INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;
INSERT INTO audit_head VALUES(1,8,'6fef13fce0fe322d062971a30a6be8fda54204d310c7b5c6965e12f41d645160');
CREATE TABLE booking (
  patient INTEGER NOT NULL REFERENCES patient (row),
  id TEXT NOT NULL UNIQUE,
  kind INTEGER NOT NULL CONSTRAINT booking_kind CHECK (kind BETWEEN 0 AND 4),
  day TEXT NOT NULL CONSTRAINT booking_day CHECK (date (day, '+0 days') IS day),
  minute INTEGER            -- of the day; NULL: no time was agreed
    CONSTRAINT booking_minute CHECK (minute BETWEEN 0 AND 1439),
  case_id TEXT,
  treatment TEXT,           -- which it reviews
  note TEXT,
  state INTEGER NOT NULL DEFAULT 0 CONSTRAINT booking_state CHECK (state BETWEEN 0 AND 3),
  staff TEXT REFERENCES staff (id),
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (patient, id),
  FOREIGN KEY (patient, case_id) REFERENCES case_record (patient, id),
  FOREIGN KEY (patient, treatment) REFERENCES treatment (patient, id)
) STRICT, WITHOUT ROWID;
INSERT INTO booking VALUES(1,'2f0c9d5e-0000-4000-8000-000000000021',0,'2026-12-07',545,'2f0c9d5e-0000-4000-8000-000000000020',NULL,'by telephone',0,NULL,NULL,1);
CREATE TABLE cache (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO cache VALUES('model','worked out');
CREATE TABLE case_record (
  row INTEGER PRIMARY KEY,
  patient INTEGER NOT NULL REFERENCES patient (row),
  id TEXT NOT NULL UNIQUE,
  area TEXT NOT NULL,
  treatment TEXT,           -- NULL: treated elsewhere
  opened TEXT NOT NULL
    CONSTRAINT case_record_opened CHECK (date (opened, '+0 days') IS opened),
  protocol TEXT NOT NULL REFERENCES protocol_copy (id),
  protocol_version TEXT NOT NULL,
  standing INTEGER NOT NULL
    CONSTRAINT case_record_standing CHECK (standing BETWEEN 0 AND 3),
  step TEXT NOT NULL,       -- of the protocol, at which it stands
  due TEXT CONSTRAINT case_record_due CHECK (date (due, '+0 days') IS due),
  until TEXT CONSTRAINT case_record_until CHECK (date (until, '+0 days') IS until),
  outcome INTEGER NOT NULL DEFAULT 0
    CONSTRAINT case_record_outcome CHECK (outcome BETWEEN 0 AND 6),
  cause TEXT,               -- finding of the protocol
  conclusion TEXT,
  closed TEXT CONSTRAINT case_record_closed CHECK (date (closed, '+0 days') IS closed),
  staff TEXT REFERENCES staff (id),
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  content TEXT NOT NULL,    -- the whole case, as XML
  UNIQUE (patient, id),
  FOREIGN KEY (patient, treatment) REFERENCES treatment (patient, id),
  CONSTRAINT case_record_is_closed CHECK ((standing = 3) = (closed IS NOT NULL)
                                          AND (standing = 3) = (outcome <> 0))
) STRICT;
INSERT INTO case_record VALUES(1,1,'2f0c9d5e-0000-4000-8000-000000000020','GLAB',NULL,'2026-11-02','6a226cdab38c9a573af1bfd6d75144148dde7ea35fc12dc77f0820371317e683','not-working 2026-11-1',1,'S2-early','2026-12-07',NULL,0,NULL,NULL,NULL,'2f0c9d5e-0000-4000-8000-000000000002',NULL,1,'<case/>');
CREATE TABLE clinic_area (
  key TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  code TEXT,
  has_sides INTEGER NOT NULL DEFAULT 0
    CONSTRAINT clinic_area_has_sides CHECK (has_sides IN (0, 1)),
  scale TEXT,
  active INTEGER NOT NULL DEFAULT 1 CONSTRAINT clinic_area_active CHECK (active IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE TABLE clinic_constant (
  name TEXT NOT NULL PRIMARY KEY,
  low REAL NOT NULL,
  high REAL NOT NULL,       -- the same for a single value
  CONSTRAINT clinic_constant_range CHECK (low <= high AND low > -1e12 AND high < 1e12)
) STRICT, WITHOUT ROWID;
INSERT INTO clinic_constant VALUES('assess_min',10.0,10.0);
CREATE TABLE clinic_product (
  key TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  code TEXT,
  unit_family TEXT,
  content INTEGER CONSTRAINT clinic_product_content CHECK (content BETWEEN 0 AND 100000000),
  active INTEGER NOT NULL DEFAULT 1
    CONSTRAINT clinic_product_active CHECK (active IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE TABLE document (
  row INTEGER PRIMARY KEY,
  patient INTEGER NOT NULL REFERENCES patient (row),
  id TEXT NOT NULL UNIQUE,
  treatment TEXT,
  template TEXT NOT NULL,
  version TEXT,
  language TEXT,
  day TEXT CONSTRAINT document_day CHECK (date (day, '+0 days') IS day),
  staff TEXT REFERENCES staff (id),
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  copy_type TEXT,           -- media type of the copy
  copy BLOB,                -- what was handed out, as it was
  FOREIGN KEY (patient, treatment) REFERENCES treatment (patient, id)
) STRICT;
CREATE TABLE draft (
  kind TEXT NOT NULL,
  patient TEXT NOT NULL,    -- identifier, or empty
  content TEXT NOT NULL,
  PRIMARY KEY (kind, patient)
) STRICT, WITHOUT ROWID;
INSERT INTO draft VALUES('note','','half a sen');
CREATE TABLE exposure (
  patient INTEGER NOT NULL REFERENCES patient (row),
  id TEXT NOT NULL UNIQUE,
  day TEXT CONSTRAINT exposure_day CHECK (date (day, '+0 days') IS day),
  precision INTEGER NOT NULL DEFAULT 0
    CONSTRAINT exposure_precision CHECK (precision BETWEEN 0 AND 3),
  place TEXT,
  indication TEXT,
  area TEXT,
  product TEXT,
  units INTEGER CONSTRAINT exposure_units CHECK (units BETWEEN 0 AND 100000000),
  certainty INTEGER NOT NULL DEFAULT 0
    CONSTRAINT exposure_certainty CHECK (certainty BETWEEN 0 AND 2),
  note TEXT,
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (patient, id)
) STRICT, WITHOUT ROWID;
INSERT INTO exposure VALUES(1,'2f0c9d5e-0000-4000-8000-000000000009','2024-07-01',3,'elsewhere',NULL,NULL,NULL,NULL,0,NULL,NULL,1);
CREATE TABLE injection (
  patient INTEGER NOT NULL,
  treatment TEXT NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  area TEXT NOT NULL,
  side INTEGER NOT NULL DEFAULT 0 CONSTRAINT injection_side CHECK (side BETWEEN 0 AND 3),
  vial TEXT REFERENCES vial (id),
  product TEXT,
  lot TEXT,
  units INTEGER CONSTRAINT injection_units CHECK (units BETWEEN 0 AND 100000000),
  points INTEGER CONSTRAINT injection_points CHECK (points > 0),
  volume INTEGER CONSTRAINT injection_volume CHECK (volume > 0),
  technique TEXT,
  map_view TEXT,
  map_x INTEGER,
  map_y INTEGER,
  PRIMARY KEY (patient, treatment, position),
  FOREIGN KEY (patient, treatment) REFERENCES treatment (patient, id),
  CONSTRAINT injection_vial CHECK (vial IS NULL OR (product IS NULL AND lot IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO injection VALUES(1,'2f0c9d5e-0000-4000-8000-000000000004',0,'2f0c9d5e-0000-4000-8000-000000000005','glabella',0,'2f0c9d5e-0000-4000-8000-000000000003',NULL,NULL,2000,5,NULL,NULL,NULL,0,0);
INSERT INTO injection VALUES(1,'2f0c9d5e-0000-4000-8000-000000000004',1,'2f0c9d5e-0000-4000-8000-000000000006','crows-feet',1,NULL,NULL,'D1',NULL,NULL,NULL,NULL,NULL,0,0);
CREATE TABLE notice (
  patient INTEGER NOT NULL REFERENCES patient (row),
  kind INTEGER NOT NULL CONSTRAINT notice_kind CHECK (kind = 0),
  raised INTEGER NOT NULL DEFAULT 0 CONSTRAINT notice_raised CHECK (raised BETWEEN 0 AND 2),
  dismissed_on TEXT
    CONSTRAINT notice_dismissed_on CHECK (date (dismissed_on, '+0 days') IS dismissed_on),
  dismissed_by TEXT REFERENCES staff (id),
  dismissed_at INTEGER      -- how probable it was then, in millionths
    CONSTRAINT notice_dismissed_at CHECK (dismissed_at BETWEEN 0 AND 1000000),
  reason TEXT,
  PRIMARY KEY (patient, kind),
  CONSTRAINT notice_has_reason CHECK (dismissed_on IS NULL OR (reason <> '' AND raised = 0
                                                              AND dismissed_at IS NOT NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO notice VALUES(1,0,0,'2026-11-23','2f0c9d5e-0000-4000-8000-000000000002',750000,'fewer units on purpose');
CREATE TABLE patient (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL UNIQUE,
  family_name TEXT,
  given_name TEXT,
  birth_day TEXT CONSTRAINT patient_birth_day CHECK (date (birth_day, '+0 days') IS birth_day),
  sex INTEGER NOT NULL DEFAULT 0 CONSTRAINT patient_sex CHECK (sex BETWEEN 0 AND 3),
  phone TEXT,
  email TEXT,
  address TEXT,
  language TEXT,
  may_contact INTEGER NOT NULL DEFAULT 0
    CONSTRAINT patient_may_contact CHECK (may_contact IN (0, 1)),
  allergies TEXT,
  conditions TEXT,
  medicines TEXT,
  note TEXT,
  name_key TEXT NOT NULL,   -- folded name by which lists are sorted; worked out by the program
  phone_key TEXT,           -- digits of the telephone number, last first; worked out by the program
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT patient_has_name CHECK (coalesce (family_name, given_name) IS NOT NULL)
) STRICT;
INSERT INTO patient VALUES(1,'2f0c9d5e-0000-4000-8000-000000000001','100001','Müller','Zoë','1984-03-12',1,'+41 44 123 45 67',NULL,NULL,NULL,1,'none known',NULL,NULL,NULL,'muller  zoe','76543214414',NULL,1);
CREATE TABLE patient_word (
  word TEXT NOT NULL,
  patient INTEGER NOT NULL,
  PRIMARY KEY (word, patient)
) STRICT, WITHOUT ROWID;
INSERT INTO patient_word VALUES('mueller',1);
INSERT INTO patient_word VALUES('muller',1);
INSERT INTO patient_word VALUES('zoe',1);
CREATE TABLE protocol_copy (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CONSTRAINT protocol_copy_id CHECK (length (id) = 64),
  content TEXT NOT NULL CONSTRAINT protocol_copy_content CHECK (content <> '')
) STRICT;
INSERT INTO protocol_copy VALUES(1,'6a226cdab38c9a573af1bfd6d75144148dde7ea35fc12dc77f0820371317e683','<protocol/>');
CREATE TABLE report (
  patient INTEGER NOT NULL REFERENCES patient (row),
  id TEXT NOT NULL UNIQUE,
  treatment TEXT,
  area TEXT,
  kind INTEGER NOT NULL CONSTRAINT report_kind CHECK (kind BETWEEN 0 AND 1),
  day TEXT CONSTRAINT report_day CHECK (date (day, '+0 days') IS day),
  precision INTEGER NOT NULL DEFAULT 0
    CONSTRAINT report_precision CHECK (precision BETWEEN 0 AND 3),
  told_on TEXT CONSTRAINT report_told_on CHECK (date (told_on, '+0 days') IS told_on),
  staff TEXT REFERENCES staff (id),
  note TEXT,
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (patient, id),
  FOREIGN KEY (patient, treatment) REFERENCES treatment (patient, id)
) STRICT, WITHOUT ROWID;
INSERT INTO report VALUES(1,'2f0c9d5e-0000-4000-8000-000000000008','2f0c9d5e-0000-4000-8000-000000000004',NULL,0,'2026-04-20',1,'2026-05-02',NULL,NULL,NULL,1);
CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO setting VALUES('clinic-name','Test clinic');
CREATE TABLE staff (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  role INTEGER NOT NULL CONSTRAINT staff_role CHECK (role BETWEEN 0 AND 2),
  active INTEGER NOT NULL DEFAULT 1 CONSTRAINT staff_active CHECK (active IN (0, 1)),
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
INSERT INTO staff VALUES('2f0c9d5e-0000-4000-8000-000000000002','Dr A. Osei',1,1,NULL,1);
CREATE TABLE treatment (
  patient INTEGER NOT NULL REFERENCES patient (row),
  id TEXT NOT NULL UNIQUE,
  day TEXT CONSTRAINT treatment_day CHECK (date (day, '+0 days') IS day),
  precision INTEGER NOT NULL DEFAULT 0
    CONSTRAINT treatment_precision CHECK (precision BETWEEN 0 AND 3),
  injector TEXT REFERENCES staff (id),
  prescriber TEXT REFERENCES staff (id),
  reason INTEGER NOT NULL DEFAULT 0 CONSTRAINT treatment_reason CHECK (reason BETWEEN 0 AND 2),
  deviation TEXT,
  consent_version TEXT,
  consent_day TEXT
    CONSTRAINT treatment_consent_day CHECK (date (consent_day, '+0 days') IS consent_day),
  note TEXT,
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (patient, id)
) STRICT, WITHOUT ROWID;
INSERT INTO treatment VALUES(1,'2f0c9d5e-0000-4000-8000-000000000004','2026-01-05',0,'2f0c9d5e-0000-4000-8000-000000000002',NULL,0,NULL,'1','2026-01-05',NULL,NULL,1);
CREATE TABLE vial (
  id TEXT NOT NULL PRIMARY KEY,
  product TEXT NOT NULL,
  presentation TEXT,
  lot TEXT,
  expiry TEXT CONSTRAINT vial_expiry CHECK (date (expiry, '+0 days') IS expiry),
  content INTEGER CONSTRAINT vial_content CHECK (content BETWEEN 0 AND 100000000),
  received TEXT CONSTRAINT vial_received CHECK (date (received, '+0 days') IS received),
  supplier TEXT,
  diluent TEXT,
  diluent_volume INTEGER CONSTRAINT vial_diluent_volume CHECK (diluent_volume > 0),
  reconstituted TEXT,       -- local time, YYYY-MM-DDTHH:MM
  state INTEGER NOT NULL DEFAULT 0 CONSTRAINT vial_state CHECK (state BETWEEN 0 AND 4),
  note TEXT,
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1
, gtin TEXT, serial TEXT) STRICT, WITHOUT ROWID;
INSERT INTO vial VALUES('2f0c9d5e-0000-4000-8000-000000000003','botox-cosmetic',NULL,'C1234C3','2027-01-31',10000,'2026-01-02',NULL,'saline',2500,NULL,1,NULL,NULL,1,NULL,NULL);
CREATE TABLE call (
  patient INTEGER NOT NULL REFERENCES patient (row),
  id TEXT NOT NULL UNIQUE,
  reason INTEGER NOT NULL CONSTRAINT call_reason CHECK (reason BETWEEN 0 AND 3),
  treatment TEXT,
  case_id TEXT,
  booking TEXT,             -- that was made with it
  day TEXT NOT NULL CONSTRAINT call_day CHECK (date (day, '+0 days') IS day),
  outcome INTEGER NOT NULL CONSTRAINT call_outcome CHECK (outcome BETWEEN 0 AND 5),
  until TEXT CONSTRAINT call_until CHECK (date (until, '+0 days') IS until),
  staff TEXT REFERENCES staff (id),
  note TEXT,
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (patient, id),
  FOREIGN KEY (patient, treatment) REFERENCES treatment (patient, id),
  FOREIGN KEY (patient, case_id) REFERENCES case_record (patient, id),
  FOREIGN KEY (patient, booking) REFERENCES booking (patient, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE due (
  patient INTEGER NOT NULL REFERENCES patient (row),
  reason INTEGER NOT NULL CONSTRAINT due_reason CHECK (reason BETWEEN 0 AND 1),
  treatment TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  n_own INTEGER NOT NULL,   -- earlier treatments of the patient behind it
  areas TEXT NOT NULL,      -- a line for each: key, first and last day, n_own
  PRIMARY KEY (patient, reason, treatment)
) STRICT, WITHOUT ROWID;
CREATE TABLE vial_event (
  vial TEXT NOT NULL REFERENCES vial (id),
  number INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  kind INTEGER NOT NULL CONSTRAINT vial_event_kind CHECK (kind BETWEEN 0 AND 6),
  moment TEXT NOT NULL,     -- local time, YYYY-MM-DDTHH:MM
  units INTEGER CONSTRAINT vial_event_units CHECK (units BETWEEN 0 AND 100000000),
  diluent TEXT,
  diluent_volume INTEGER CONSTRAINT vial_event_diluent_volume CHECK (diluent_volume > 0),
  reason TEXT,
  staff TEXT REFERENCES staff (id),
  state_before INTEGER NOT NULL
    CONSTRAINT vial_event_state_before CHECK (state_before BETWEEN 0 AND 4),
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (vial, number),
  CONSTRAINT vial_event_waste CHECK (units IS NULL OR kind IN (2, 4)),
  CONSTRAINT vial_event_wasted CHECK (kind <> 2 OR units > 0),
  CONSTRAINT vial_event_reason CHECK (kind NOT IN (2, 4, 5) OR reason <> '')
) STRICT, WITHOUT ROWID;
CREATE TABLE carton (
  gtin TEXT NOT NULL PRIMARY KEY CONSTRAINT carton_gtin CHECK (length (gtin) = 14),
  product TEXT NOT NULL,
  presentation TEXT,
  content INTEGER CONSTRAINT carton_content CHECK (content BETWEEN 0 AND 100000000),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE INDEX patient_by_name ON patient (name_key, row) WHERE void_reason IS NULL;
CREATE INDEX patient_by_birth_day ON patient (birth_day) WHERE birth_day IS NOT NULL;
CREATE INDEX patient_by_phone ON patient (phone_key) WHERE phone_key IS NOT NULL;
CREATE INDEX vial_by_lot ON vial (lower (lot)) WHERE lot IS NOT NULL;
CREATE INDEX treatment_voided ON treatment (patient, id) WHERE void_reason IS NOT NULL;
CREATE INDEX injection_by_vial ON injection (vial, units) WHERE vial IS NOT NULL;
CREATE INDEX injection_by_lot ON injection (lower (lot)) WHERE lot IS NOT NULL;
CREATE INDEX document_by_patient ON document (patient);
CREATE INDEX audit_by_patient ON audit (patient, number) WHERE patient IS NOT NULL;
CREATE INDEX case_record_open ON case_record (due, opened)
  WHERE standing <> 3 AND void_reason IS NULL;
CREATE INDEX booking_planned ON booking (day) WHERE state = 0 AND void_reason IS NULL;
CREATE INDEX audit_of_constant ON audit (record, number) WHERE subject = 'clinic_constant';
CREATE INDEX due_by_day ON due (reason, first_day, last_day);
CREATE UNIQUE INDEX vial_by_serial ON vial (gtin, serial)
  WHERE serial IS NOT NULL AND void_reason IS NULL;
CREATE INDEX vial_event_by_moment ON vial_event (moment);
COMMIT;

//! Vocabulary of the sample data. Companies and people are fictitious.

/// A city with a plant.
#[derive(Clone, Copy, Debug)]
pub(super) struct City {
    pub(super) name: &'static str,
    pub(super) country: &'static str,
    pub(super) state: &'static str,
    pub(super) post_code: &'static str,
    pub(super) street: &'static str,
    pub(super) lat: &'static str,
    pub(super) lng: &'static str,
}

const fn city(row_id: [&'static str; 5], lat: &'static str, lng: &'static str) -> City {
    let [name, country, state, post_code, street] = row_id;
    City { name, country, state, post_code, street, lat, lng }
}

pub(super) const CITIES: &[City] = &[
    city(["Aarhus", "DK", "Midtjylland", "8000", "Havnegade"], "56.1629", "10.2039"),
    city(["Hamburg", "DE", "Hamburg", "20457", "Am Sandtorkai"], "53.5436", "9.9880"),
    city(["Houston", "US", "TX", "77029", "Clinton Drive"], "29.7355", "-95.2600"),
    city(["Rotterdam", "NL", "Zuid-Holland", "3089", "Waalhaven Oostzijde"], "51.8850", "4.4400"),
    city(["Milwaukee", "US", "WI", "53204", "South Water Street"], "43.0195", "-87.9090"),
    city(["Göteborg", "SE", "Västra Götaland", "418 34", "Lindholmsallén"], "57.7067", "11.9370"),
    city(["Lyon", "FR", "Auvergne-Rhône-Alpes", "69007", "Rue de Gerland"], "45.7280", "4.8320"),
    city(["Manchester", "GB", "England", "M17 1HH", "Trafford Park Road"], "53.4690", "-2.3180"),
    city(["Wrocław", "PL", "Dolnośląskie", "54-424", "Muchoborska"], "51.1000", "16.9600"),
    city(["Monterrey", "MX", "Nuevo León", "64550", "Avenida Ruiz Cortines"], "25.7100", "-100.2900"),
    city(["Linz", "AT", "Oberösterreich", "4020", "Industriezeile"], "48.3170", "14.3170"),
    city(["Brno", "CZ", "Jihomoravský kraj", "627 00", "Tuřanka"], "49.1790", "16.6900"),
    city(["Savannah", "US", "GA", "31408", "Crossgate Road"], "32.1140", "-81.1650"),
    city(["Bilbao", "ES", "País Vasco", "48009", "Camino de Ibarsusi"], "43.2560", "-2.9050"),
    city(["Turku", "FI", "Varsinais-Suomi", "20100", "Linnankatu"], "60.4390", "22.2400"),
    city(["Katowice", "PL", "Śląskie", "40-389", "Lwowska"], "50.2560", "19.0800"),
];

/// Equipment: name, family, prefix of its tag, manufacturer and model.
pub(super) const EQUIPMENT: &[[&str; 5]] = &[
    ["Centrifugal pump", "Pumps", "P", "Nordvik Pumps", "NK 65-200"],
    ["Screw compressor", "Compressors", "C", "Halden Air", "SX 37"],
    ["Belt conveyor", "Conveyors", "BC", "Transvia", "TB 800"],
    ["Air handling unit", "HVAC", "AHU", "Klimatek", "AirLine 12"],
    ["Hydraulic press", "Presses", "HP", "Brandt & Sohn", "HPX 250"],
    ["Packaging robot", "Robots", "R", "Axion Robotics", "AR-6/20"],
    ["Steam boiler", "Boilers", "B", "Thermovik", "SB 2500"],
    ["Cooling tower", "Cooling", "CT", "Klimatek", "CoolTop 400"],
    ["CNC milling machine", "Machine tools", "M", "Feinmeister", "FM 850"],
    ["Injection moulding machine", "Moulding", "IM", "Plastron", "IMX 320"],
    ["Forklift", "Vehicles", "FL", "Lastra", "E 25"],
    ["Overhead crane", "Lifting", "CR", "Hebekraft", "ZLK 10t"],
    ["Emergency generator", "Power", "G", "Volta Power", "VP 630"],
    ["Palletiser", "Packaging", "PL", "Transvia", "Pal 4"],
    ["Heat exchanger", "Heat transfer", "HX", "Thermovik", "PHE 60"],
    ["Mixing vessel", "Vessels", "V", "Edelstahl Reiter", "MV 3000"],
    ["Filling line", "Packaging", "F", "Abfyll", "F 12000"],
    ["Laser cutter", "Machine tools", "LC", "Feinmeister", "L 4020"],
    ["Vacuum pump", "Pumps", "VP", "Nordvik Pumps", "VK 25"],
    ["Dust collector", "Filters", "DC", "Aerofin", "DF 16"],
];

/// Spare parts: name, family, unit and maker.
pub(super) const PARTS: &[[&str; 4]] = &[
    ["Deep groove ball bearing 6205", "Bearings", "pcs", "Kugelmann"],
    ["Mechanical seal 35 mm", "Seals", "pcs", "Sealtec"],
    ["V-belt SPZ 1250", "Drives", "pcs", "Riemen Kraus"],
    ["Hydraulic oil HLP 46", "Lubricants", "l", "Petrolan"],
    ["Oil filter element", "Filters", "pcs", "Aerofin"],
    ["Contactor 24 V DC 18 A", "Electrical", "pcs", "Elektra"],
    ["Inductive sensor M12", "Sensors", "pcs", "Sensorik Nord"],
    ["Solenoid valve 5/2", "Pneumatics", "pcs", "Halden Air"],
    ["Gasket DN50 PN16", "Seals", "pcs", "Sealtec"],
    ["Roller chain 16B-1", "Drives", "m", "Riemen Kraus"],
    ["Hexagon screw M12x60", "Fasteners", "pcs", "Schraub & Co"],
    ["Frequency converter 5.5 kW", "Electrical", "pcs", "Elektra"],
    ["Conveyor roller 60 mm", "Conveyors", "pcs", "Transvia"],
    ["Grease cartridge EP2", "Lubricants", "pcs", "Petrolan"],
    ["Pressure transmitter 0-16 bar", "Sensors", "pcs", "Sensorik Nord"],
    ["Pocket filter F7", "Filters", "pcs", "Aerofin"],
    ["Gearbox i=25", "Drives", "pcs", "Getriebe Ost"],
    ["Three-phase motor 4 kW", "Electrical", "pcs", "Volta Power"],
    ["O-ring 50x3 NBR", "Seals", "pcs", "Sealtec"],
    ["Emergency stop button", "Electrical", "pcs", "Elektra"],
    ["Coupling element 98 ShA", "Drives", "pcs", "Getriebe Ost"],
    ["Proximity switch cable 5 m", "Electrical", "pcs", "Sensorik Nord"],
    ["Impeller 200 mm", "Pumps", "pcs", "Nordvik Pumps"],
    ["Safety relay", "Electrical", "pcs", "Elektra"],
    ["Cutting fluid concentrate", "Lubricants", "l", "Petrolan"],
];

/// Suffixes of part names when the list repeats.
pub(super) const VARIANTS: &[&str] =
    &["", "type B", "stainless", "heavy duty", "long", "ATEX", "short", "type C", "coated"];

/// Finished goods and their groups.
pub(super) const PRODUCTS: &[[&str; 2]] = &[
    ["Steel shelf 90 cm", "Shelving"],
    ["Work bench 150 cm", "Workshop"],
    ["Tool trolley, 7 drawers", "Workshop"],
    ["LED panel light 60x60", "Lighting"],
    ["Water dispenser", "Appliances"],
    ["Storage bin 12 l", "Storage"],
    ["Euro pallet cover", "Packaging"],
    ["Safety shoe S3", "Protective gear"],
    ["Nitrile gloves, 100 pcs", "Protective gear"],
    ["Cordless drill 18 V", "Power tools"],
    ["Stretch film 500 mm", "Packaging"],
    ["Ladder, 8 steps", "Access"],
    ["Label roll 100x150", "Packaging"],
    ["Hand pallet truck", "Transport"],
    ["Extension lead 25 m", "Electrical"],
];

pub(super) const TRADES: &[&str] = &[
    "Bearings",
    "Hydraulics",
    "Automation",
    "Fasteners",
    "Industrial Supply",
    "Electric",
    "Pneumatics",
    "Seals",
    "Lubricants",
    "Tooling",
    "Steel",
    "Packaging",
    "Filtration",
    "Instruments",
];

pub(super) const HOUSES: &[&str] = &[
    "Halvorsen",
    "Brückner",
    "Castellan",
    "Delmonte",
    "Eriksholm",
    "Fairbank",
    "Grunwald",
    "Hollins",
    "Ibarra",
    "Jørgensen",
    "Kowalczyk",
    "Lindqvist",
    "Marchetti",
    "Northgate",
    "Oakfield",
    "Petrov",
    "Quinlan",
    "Rasmussen",
    "Schellenberg",
    "Tavares",
    "Underhill",
    "Vandermeer",
    "Westbrook",
    "Zieliński",
    "Ashdown",
    "Bergström",
    "Coppola",
];

pub(super) const FORMS: &[&str] = &["GmbH", "A/S", "Inc.", "Ltd", "AB", "B.V.", "S.A.", "LLC", "Sp. z o.o."];

pub(super) const FIRST_NAMES: &[&str] = &[
    "Anna",
    "Mikkel",
    "Sofia",
    "James",
    "Katarzyna",
    "Luca",
    "Ingrid",
    "Diego",
    "Hannah",
    "Pierre",
    "Maria",
    "Tomasz",
    "Emily",
    "Jonas",
    "Fatima",
    "Oliver",
    "Yuki",
    "Carlos",
    "Elif",
    "Noah",
    "Chloé",
    "Viktor",
    "Amara",
    "Søren",
];

pub(super) const LAST_NAMES: &[&str] = &[
    "Nielsen",
    "Weber",
    "Martin",
    "Kowalski",
    "Rossi",
    "Johansson",
    "García",
    "Brown",
    "Dubois",
    "Novák",
    "Larsen",
    "Schmidt",
    "Okafor",
    "Silva",
    "Virtanen",
    "Walker",
    "Tanaka",
    "Yılmaz",
    "Murphy",
    "Fischer",
    "Andersen",
    "O'Connor",
    "Lefèvre",
];

pub(super) const ROLES: &[&str] = &[
    "Maintenance technician",
    "Electrician",
    "Maintenance planner",
    "Reliability engineer",
    "Purchaser",
    "Storekeeper",
    "Shift supervisor",
    "Warehouse operator",
    "Plant manager",
    "Mechanic",
];

pub(super) const TEAMS: &[&str] =
    &["Mechanical", "Electrical", "Utilities", "Packaging", "Night shift", "Reliability", "Stores", "Projects"];

/// Problems and their remedies.
pub(super) const FAULTS: &[[&str; 2]] = &[
    ["Leaking seal on", "Replace the seal, check alignment, run for ten minutes and check for leaks."],
    ["Unusual noise from", "Measure vibration, inspect bearings and coupling, replace what is worn."],
    ["Overheating of", "Clean the cooler, check the oil level and the load, record temperatures."],
    ["Sensor fault on", "Check wiring and connector, replace the sensor, test all positions."],
    ["Belt slipping on", "Tension or replace the belt, check the pulleys."],
    ["Does not start:", "Check fuses, contactor and control voltage. Find the cause before starting again."],
    ["Pressure drop at", "Look for leaks, check filter and valve, restore the set point."],
    ["Damaged guard on", "Repair the guard, test the interlock, sign off with the safety officer."],
];

/// Planned work.
pub(super) const PLANS: &[[&str; 2]] = &[
    ["Monthly inspection of", "Inspect visually, clean, tighten loose connections, note the readings."],
    ["Lubrication of", "Grease all points by the plan, check oil level, top up."],
    ["Yearly overhaul of", "Lock out, dismantle, replace wearing parts, test run, hand over."],
    ["Filter change at", "Replace filters, record the pressure difference before and after."],
    ["Calibration of", "Calibrate against the reference, file the certificate."],
    ["Safety check of", "Test emergency stops and interlocks, record the results."],
];

pub(super) const CHECKS: &[&str] = &[
    "Lock out and tag out",
    "Clean the work place",
    "Check oil level",
    "Measure vibration",
    "Check temperature",
    "Test emergency stop",
    "Take a photograph",
    "Sign off",
];

pub(super) const SEVERITIES: &[&str] = &["Low", "Medium", "High", "Critical"];
pub(super) const SHIPPING: &[&str] = &["Road freight", "Parcel", "Express", "Sea freight", "Collection"];
pub(super) const CARRIERS: &[&str] =
    &["Nordfragt", "TransAlpin", "BlueLine Logistics", "Hansa Spedition", "Atlas Parcel"];
pub(super) const TERMS: &[&str] = &["Net 30", "Net 14", "2/10 net 30", "Net 60", "Prepaid"];
pub(super) const REASONS: &[&str] = &["Cycle count", "Damaged", "Expired", "Found", "Returned to stock", "Scrapped"];
pub(super) const AREAS: &[&str] = &[
    "Main building",
    "Production hall A",
    "Production hall B",
    "Boiler house",
    "Packaging area",
    "Utility room",
    "Loading dock",
    "Paint shop",
    "Warehouse",
    "Laboratory",
    "Compressor room",
    "Office wing",
];
pub(super) const ACCOUNTS: &[&str] = &[
    "Maintenance materials",
    "External services",
    "Spare parts",
    "Energy",
    "Tools",
    "Safety",
    "Production supplies",
    "Freight",
    "Packaging",
    "Capital projects",
    "IT",
    "Cleaning",
];
/// Name, code.
pub(super) const UNITS: &[[&str; 2]] = &[
    ["Piece", "pcs"],
    ["Pack of 10", "pk10"],
    ["Box of 100", "bx100"],
    ["Litre", "l"],
    ["Can of 10 l", "can10"],
    ["Drum of 100 l", "drm100"],
    ["Metre", "m"],
    ["Roll of 10 m", "rl10"],
    ["Coil of 100 m", "cl100"],
    ["Kilogram", "kg"],
    ["Bag of 10 kg", "bg10"],
    ["Pallet of 100 kg", "plt100"],
];
pub(super) const CURRENCIES: &[[&str; 2]] = &[
    ["Euro", "EUR"],
    ["US dollar", "USD"],
    ["Pound sterling", "GBP"],
    ["Danish krone", "DKK"],
    ["Swedish krona", "SEK"],
    ["Swiss franc", "CHF"],
];
pub(super) const TAXES: &[&str] =
    &["Standard rate", "Reduced rate", "Zero rate", "Standard rate Nordic", "Standard rate UK"];
pub(super) const METERS: &[[&str; 2]] =
    &[["Operating hours", "h"], ["Cycles", "cycles"], ["Energy", "kWh"], ["Distance", "km"]];
pub(super) const PROJECTS: &[&str] = &[
    "Packaging line upgrade",
    "Compressed air renewal",
    "Warehouse extension",
    "Roof renovation",
    "Energy monitoring",
    "Boiler replacement",
    "Machine safety programme",
];
pub(super) const GROUPS: &[&str] = &[
    "Storage",
    "Workshop",
    "Packaging",
    "Protective gear",
    "Shelving",
    "Power tools",
    "Lighting",
    "Transport",
    "Access",
    "Electrical",
];
pub(super) const NOTES: &[&str] = &[
    "Call before delivery.",
    "Access through gate 3.",
    "Checked by the shift supervisor.",
    "Spare is in the store.",
    "Under warranty until the end of the year.",
    "Works only with the original part.",
];

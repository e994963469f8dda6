//! The lists that everything hangs on: entities, fields, catalogues, migrations, and the window's types made from them.

use std::collections::BTreeSet;

use liaise_core::{catalogue, entity::Kind, records::ENTITIES};
use serde_json::json;

use crate::office::Office;

#[test]
fn the_columns_of_every_table_are_the_fields_of_its_entity() {
    let office = Office::with_file();
    for info in ENTITIES {
        let columns: BTreeSet<String> =
            office.session.read(|data| data.columns(info.name)).unwrap().into_iter().collect();
        let fields: BTreeSet<String> =
            std::iter::once("id").chain(info.fields.iter().map(|field| field.name)).map(str::to_owned).collect();
        assert_eq!(columns, fields, "{}", info.name);
    }
}

#[test]
fn codes_are_snake_case_and_unique() {
    for (catalogue, codes) in catalogue::all() {
        let mut seen = BTreeSet::new();
        for code in *codes {
            let sound = code.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
            assert!(sound && seen.insert(code), "{catalogue}.{code}");
        }
    }
}

#[test]
fn the_catalogues_have_the_sizes_of_the_data_dictionary() {
    let size = |name: &str| catalogue::all().find(|(catalogue, _)| *catalogue == name).unwrap().1.len();
    assert_eq!((size("agency_sector"), size("factor"), size("training_module")), (26, 62, 13));
    let factors = liaise_core::catalogue::codes("factor");
    assert_eq!(factors.iter().filter(|code| code.starts_with("rf_")).count(), 32);
}

#[test]
fn links_lead_to_entities_and_codes_to_catalogues() {
    for info in ENTITIES {
        for field in info.fields {
            let target = field.target.is_none_or(|target| ENTITIES.iter().any(|info| info.name == target));
            let catalogue = field.catalogue.is_none_or(|name| !liaise_core::catalogue::codes(name).is_empty());
            assert!(target && catalogue, "{}.{}", info.name, field.name);
            assert_eq!(field.catalogue.is_some(), matches!(field.kind, Kind::Code | Kind::Codes));
            assert_eq!(field.target.is_some(), matches!(field.kind, Kind::Link | Kind::Links));
        }
        if let Some(parent) = info.parent {
            assert!(info.field(parent).is_some_and(|field| field.required), "{}", info.name);
        }
    }
}

/// The words that would turn the file into one about cases. No field may be named by them.
#[test]
fn no_field_holds_a_suspect_or_a_case() {
    for info in ENTITIES {
        for field in info.fields {
            for word in ["suspect", "case", "perpetrator", "religion", "ethnic", "nationality", "diagnosis", "criminal"]
            {
                assert!(!field.name.contains(word), "{}.{}", info.name, field.name);
            }
        }
    }
}

#[test]
fn the_directory_names_the_partners_of_the_fiche_and_the_coordinator() {
    let office = Office::speaking("en");
    let directory = office.ok("directory", json!({}));
    let partners = directory.as_array().unwrap();
    assert_eq!(partners.len(), 24);
    let of_kind = |kind: &str| partners.iter().filter(|partner| partner["kind"] == kind).count();
    assert_eq!(
        (of_kind("city"), of_kind("region"), of_kind("association_of_cities"), of_kind("thematic_ngo")),
        (16, 1, 4, 2)
    );
}

/// The committed file is what the lists make; when it is not, this writes it and fails once.
#[test]
fn the_windows_types_are_those_of_the_core() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/ipc/bindings.ts");
    let fresh = liaise_core::api::typescript::bindings();
    let committed = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    if fresh != committed {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, fresh).unwrap();
        panic!("ui/src/ipc/bindings.ts was out of date and is written anew: look at the change and commit it");
    }
}

//! What a fact says of its deal besides: name, customer, amount and so on.

use std::collections::BTreeMap;

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use crate::money::Money;
use crate::time::Day;

/// What is known of a deal from an event on. Absent means: nothing new.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Encode, Decode)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "S: Deserialize<'de> + Ord"))]
#[serde(deny_unknown_fields)]
#[cbor(map)]
pub struct Values<S = String> {
    /// The deal's name.
    #[n(0)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<S>,
    /// The customer, by id or company name.
    #[n(1)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<S>,
    /// The salesperson, by id.
    #[n(2)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<S>,
    /// Where the deal came from.
    #[n(3)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<S>,
    /// What sort of deal it is: "New Business".
    #[n(4)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<S>,
    /// How much the customer would pay.
    #[n(5)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// The close date that the salesperson expects.
    #[n(6)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_close: Option<Day>,
    /// The salesperson's forecast category: "Commit".
    #[n(7)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<S>,
    /// The source system's pipeline or record type: which process the deal follows.
    #[n(8)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pipeline: Option<S>,
    /// Further fields by name.
    #[n(9)]
    #[cbor(decode_bound = "S: Ord + Decode<'bytes, Ctx>", encode_bound = "S: Ord + Encode<Ctx>")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fields: Option<BTreeMap<S, S>>,
}

impl<S> Values<S> {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let texts = [&self.name, &self.account, &self.owner, &self.source, &self.kind];
        texts.iter().all(|t| t.is_none())
            && self.amount.is_none()
            && self.expected_close.is_none()
            && self.category.is_none()
            && self.pipeline.is_none()
            && self.fields.is_none()
    }
}

impl<S> Default for Values<S> {
    fn default() -> Self {
        Values {
            name: None,
            account: None,
            owner: None,
            source: None,
            kind: None,
            amount: None,
            expected_close: None,
            category: None,
            pipeline: None,
            fields: None,
        }
    }
}

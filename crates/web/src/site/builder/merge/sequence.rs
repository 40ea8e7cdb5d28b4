//! In which order the items of two lists follow one another that were made from one list.

use std::collections::{BTreeMap, BTreeSet};

use extract::pair;
use serde_json::Value;

/// An item of the list that is put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Node {
    /// An item of the list that both were made from.
    Base(usize),
    /// One that was added to what is saved.
    Theirs(usize),
    /// One that the form added.
    Mine(usize),
}

/// How the items follow one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Order {
    One(Vec<Node>),
    /// Both moved items of the base, and not alike.
    Either {
        theirs: Vec<Node>,
        mine: Vec<Node>,
    },
}

/// Both lists as sequences of items.
#[derive(Debug)]
pub(super) struct Sequences {
    from_theirs: Vec<Option<usize>>,
    from_mine: Vec<Option<usize>>,
    theirs: Vec<Node>,
    mine: Vec<Node>,
}

impl Sequences {
    pub(super) fn of(base: &[Value], theirs: &[Value], mine: &[Value]) -> Self {
        let from = |side: &[Value]| {
            let mut from = vec![None; base.len()];
            for (place, at) in pair(base, side).into_iter().enumerate() {
                if let Some(item) = at.and_then(|at| from.get_mut(at)) {
                    *item = Some(place);
                }
            }
            from
        };
        let (from_theirs, from_mine) = (from(theirs), from(mine));
        let sequence = |from: &[Option<usize>], length: usize, added: fn(usize) -> Node| {
            let mut nodes: Vec<Node> = (0..length).map(added).collect();
            for (at, place) in from.iter().enumerate() {
                if let Some(node) = place.and_then(|place| nodes.get_mut(place)) {
                    *node = Node::Base(at);
                }
            }
            nodes
        };
        let theirs_nodes = sequence(&from_theirs, theirs.len(), Node::Theirs);
        let mut mine_nodes = sequence(&from_mine, mine.len(), Node::Mine);
        // What both added alike was added once.
        let mut added: BTreeMap<String, Vec<Node>> = BTreeMap::new();
        for (node, item) in theirs_nodes.iter().zip(theirs).rev() {
            if matches!(node, Node::Theirs(_)) {
                added.entry(item.to_string()).or_default().push(*node);
            }
        }
        for (node, item) in mine_nodes.iter_mut().zip(mine) {
            if matches!(node, Node::Mine(_))
                && let Some(same) = added.get_mut(&item.to_string()).and_then(Vec::pop)
            {
                *node = same;
            }
        }
        Self { from_theirs, from_mine, theirs: theirs_nodes, mine: mine_nodes }
    }

    /// The place of an item of the base in what is saved.
    pub(super) fn theirs_of(&self, at: usize) -> Option<usize> {
        self.from_theirs.get(at).copied().flatten()
    }

    /// The place of an item of the base in what the form says.
    pub(super) fn mine_of(&self, at: usize) -> Option<usize> {
        self.from_mine.get(at).copied().flatten()
    }

    /// The items that are new, each once.
    pub(super) fn added(&self) -> BTreeSet<Node> {
        let all = self.theirs.iter().chain(&self.mine);
        all.copied().filter(|node| !matches!(node, Node::Base(_))).collect()
    }

    /// All items in order. What only one of both has stands behind what it stands behind there; of two
    /// such runs at one place, the one that is saved comes first.
    pub(super) fn order(&self) -> Order {
        let shared = |nodes: &[Node]| -> Vec<Node> {
            let kept = |node: &Node| match node {
                Node::Base(at) => self.theirs_of(*at).is_some() && self.mine_of(*at).is_some(),
                _ => false,
            };
            nodes.iter().copied().filter(kept).collect()
        };
        let (theirs, mine) = (shared(&self.theirs), shared(&self.mine));
        if mine.is_sorted() || theirs == mine {
            Order::One(woven(&self.theirs, &self.mine, false))
        } else if theirs.is_sorted() {
            Order::One(woven(&self.mine, &self.theirs, true))
        } else {
            Order::Either {
                theirs: woven(&self.theirs, &self.mine, false),
                mine: woven(&self.mine, &self.theirs, true),
            }
        }
    }
}

/// `warp` with the items that only `weft` has: each run of them behind the item that it stands behind
/// in `weft`; `first`, before what only `warp` has there.
fn woven(warp: &[Node], weft: &[Node], first: bool) -> Vec<Node> {
    let own: BTreeSet<Node> = warp.iter().copied().collect();
    let both: BTreeSet<Node> = weft.iter().copied().filter(|node| own.contains(node)).collect();
    // Runs by what they stand behind; none, for the beginning.
    let mut runs: BTreeMap<Option<Node>, Vec<Node>> = BTreeMap::new();
    let mut behind = None;
    for node in weft {
        if both.contains(node) {
            behind = Some(*node);
        } else {
            runs.entry(behind).or_default().push(*node);
        }
    }
    let mut order = Vec::with_capacity(warp.len() + weft.len());
    let mut waiting = runs.remove(&None).unwrap_or_default();
    for node in warp {
        if first || both.contains(node) {
            order.append(&mut waiting);
        }
        order.push(*node);
        if both.contains(node) {
            waiting = runs.remove(&Some(*node)).unwrap_or_default();
        }
    }
    order.append(&mut waiting);
    order
}

package se.varjedag.app.followup.web.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// Where the places and edges of a map lie: from the top down in layers, by ELK.
///
/// @param width  of the whole, in px
/// @param height of the whole
/// @param boxes  the places, in the order they were given
/// @param lines  the edges, in the order they were given
record MapLayout(double width, double height, List<Box> boxes, List<Line> lines) {

    MapLayout {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    /// A rectangle by its upper left corner.
    record Box(double x, double y, double width, double height) {}

    /// A point.
    record Point(double x, double y) {}

    /// An edge: its corners from its start to its end, and the room for its words.
    record Line(List<Point> corners, Box label) {
        Line {
            corners = List.copyOf(corners);
        }
    }

    /// What is to be laid out: a place with its size.
    record Place(int id, double width, double height) {}

    /// What is to be laid out: an edge with the size of its words.
    ///
    /// @param weight the more, the straighter
    record Arrow(int from, int to, double labelWidth, double labelHeight, int weight) {}

    /// How far things stand apart.
    ///
    /// @param layers  one layer from the next
    /// @param beside  two places of one layer
    record Spacing(double layers, double beside) {}

    /// Lays a graph out. The places keep the order they are given in where the edges leave a choice.
    static MapLayout of(List<Place> places, List<Arrow> arrows, Spacing spacing) {
        var graph = ElkGraphUtil.createGraph();
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
        graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(CoreOptions.PADDING, new ElkPadding(4));
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, spacing.layers());
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, spacing.beside());
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, spacing.beside() / 2);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 10.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 10.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 12.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 6.0);
        graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_NODES);
        var nodes = new HashMap<Integer, ElkNode>();
        var placed = new ArrayList<ElkNode>();
        for (var place : places) {
            var node = ElkGraphUtil.createNode(graph);
            node.setDimensions(place.width(), place.height());
            nodes.put(place.id(), node);
            placed.add(node);
        }
        var edges = arrows.stream().map(arrow -> edge(arrow, nodes)).toList();
        new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
        return new MapLayout(
                graph.getWidth(),
                graph.getHeight(),
                placed.stream()
                        .map(node -> new Box(node.getX(), node.getY(), node.getWidth(), node.getHeight()))
                        .toList(),
                edges.stream().map(MapLayout::line).toList());
    }

    private static ElkEdge edge(Arrow arrow, Map<Integer, ElkNode> nodes) {
        var from = nodes.get(arrow.from());
        var to = nodes.get(arrow.to());
        if (from == null || to == null) {
            throw new IllegalArgumentException("An edge from %d to %d needs both".formatted(arrow.from(), arrow.to()));
        }
        var edge = ElkGraphUtil.createSimpleEdge(from, to);
        edge.setProperty(LayeredOptions.PRIORITY_STRAIGHTNESS, arrow.weight());
        edge.setProperty(LayeredOptions.PRIORITY_DIRECTION, arrow.weight());
        // ELK gives no room to a label without a text.
        var label = ElkGraphUtil.createLabel("-", edge);
        label.setDimensions(arrow.labelWidth(), arrow.labelHeight());
        label.setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
        return edge;
    }

    private static Line line(ElkEdge edge) {
        var section = edge.getSections().getFirst();
        var corners = new ArrayList<Point>();
        corners.add(new Point(section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(bend -> corners.add(new Point(bend.getX(), bend.getY())));
        corners.add(new Point(section.getEndX(), section.getEndY()));
        var label = edge.getLabels().getFirst();
        return new Line(corners, new Box(label.getX(), label.getY(), label.getWidth(), label.getHeight()));
    }
}
